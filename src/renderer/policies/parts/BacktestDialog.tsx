import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { BacktestReport } from '../../../shared/policies/backtest.ts'
import { clockName } from '../../../shared/policies/words.ts'
import { DAY } from '../../../shared/time.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField } from '../../ui/fields.tsx'
import { countText, today } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { InstantText } from '../../ui/values.tsx'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { BacktestCost, BacktestWork } from './BacktestCost.tsx'
import { CaseLink, Listed } from './BacktestRows.tsx'

const QUARTER = 90

type Props = { id: string; isOpen: boolean; onClose: () => void }

/** Tries a version out on the cases of a time: limits, workload and cost before and after, and case by case. */
export function BacktestDialog({ id, isOpen, onClose }: Props) {
  const t = useT('policies')
  const ui = useT('ui')
  const [from, setFrom] = useState(today(Date.now() - QUARTER * DAY))
  const [to, setTo] = useState(today())
  const [job, setJob] = useState<string | null>(null)
  const [report, setReport] = useState<BacktestReport | null>(null)
  const run = async () => {
    const running = newJob()
    setJob(running)
    const input = { id, from: Date.parse(`${from}T00:00:00+08:00`), to: Date.parse(`${to}T00:00:00+08:00`) + DAY }
    const result = await call('policies.backtest', input, { job: running })
    setJob(null)
    if (result.ok) setReport(result.value)
    else tellFailure(result.failure)
  }
  const openOne = (caseId: string) => {
    onClose()
    go('cases', { id: caseId })
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="80%"
      title={t('backtest.title')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      <Stack gap="sm">
        <div className={styles.fields}>
          <DayField label={t('backtest.from')} value={from} onChange={(day) => setFrom(day ?? from)} />
          <DayField label={t('backtest.to')} value={to} onChange={(day) => setTo(day ?? to)} />
          <Button mt={24} loading={job !== null} onClick={() => void run()}>
            {t('backtest.run')}
          </Button>
        </div>
        {report && <Report report={report} onOpen={openOne} />}
      </Stack>
      <ProgressDialog job={job} title={t('backtest.running')} />
    </Modal>
  )
}

function Report({ report, onOpen }: { report: BacktestReport; onOpen: (caseId: string) => void }) {
  const t = useT('policies')
  const { cases, changed, skipped, kinds, rows, workload, compensation } = report
  return (
    <>
      <p role="status">
        {t('backtest.result', { cases: countText(cases), changed: countText(changed) })}
        {skipped > 0 && ` · ${t('backtest.skipped', { count: countText(skipped) })}`}
      </p>
      <table className={styles.table} aria-label={t('backtest.title')}>
        <thead>
          <tr>
            <th>{t('backtest.clock')}</th>
            {(['clocks', 'breaches', 'warnings'] as const).flatMap((figure) =>
              (['before', 'after'] as const).map((when) => (
                <th key={`${figure} ${when}`} data-number>
                  {t(`backtest.${figure}`)} · {t(`backtest.${when}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ clock, before, after }) => (
            <tr key={clock}>
              <td>{clockName(clock, side())}</td>
              {(['clocks', 'breaches', 'warnings'] as const).flatMap((figure) => [
                <td key={`${figure} before`} data-number>
                  {countText(before[figure])}
                </td>,
                <td key={`${figure} after`} data-number>
                  {countText(after[figure])}
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? (
        <p className={styles.dim}>{t('backtest.nothing')}</p>
      ) : (
        <Rows rows={rows} all={changed} onOpen={onOpen} />
      )}
      <BacktestWork workload={workload} />
      <BacktestCost cost={compensation} onOpen={onOpen} />
    </>
  )
}

type RowsProps = { rows: BacktestReport['rows']; all: number; onOpen: (caseId: string) => void }

function Rows({ rows, all, onOpen }: RowsProps) {
  const t = useT('policies')
  return (
    <>
      <Listed shown={rows.length} all={all} />
      <table className={styles.table} aria-label={t('backtest.cases')}>
        <thead>
          <tr>
            <th>{t('backtest.case')}</th>
            <th>{t('backtest.clock')}</th>
            <th>{t('backtest.before')}</th>
            <th>{t('backtest.after')}</th>
            <th>{t('backtest.dueBefore')}</th>
            <th>{t('backtest.dueAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a case may stand here once for each of its rounds
            <tr key={place}>
              <td>
                <CaseLink caseId={row.caseId} number={row.number} onOpen={onOpen} />
              </td>
              <td>{clockName(row.clock, side())}</td>
              <td>{t(`backtest.ends.${row.before}`)}</td>
              <td>{t(`backtest.ends.${row.after}`)}</td>
              <td>{row.dueBefore === null ? '—' : <InstantText at={row.dueBefore} />}</td>
              <td>{row.dueAfter === null ? '—' : <InstantText at={row.dueAfter} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { RECORD_KIND_NAMES } from '../../../shared/retention/words.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { countText, dayText } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { HoldList } from './HoldList.tsx'
import { RuleTable } from './RuleTable.tsx'
import styles from './rights.module.css'

/** How long records are kept, what is due, what was erased, and what may not be. */
export function RetentionTab() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <div className={record.scroll ?? ''} tabIndex={0}>
      <div className={styles.columns}>
        <RuleTable />
        <div className={styles.stack}>
          <Due />
          <Runs />
          <HoldList />
        </div>
      </div>
    </div>
  )
}

type Preview = Output<'retention.preview'>

function Due() {
  const t = useT('rights')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [job, setJob] = useState<string | null>(null)
  const [seen, setSeen] = useState<Preview | null>(null)
  const look = async () => {
    const id = newJob()
    setJob(id)
    const result = await call('retention.preview', {}, { job: id })
    setJob(null)
    if (result.ok) setSeen(result.value)
    else tellFailure(result.failure)
  }
  return (
    <Section
      title={t('retention.preview')}
      actions={
        <Button size="compact-xs" variant="default" onClick={() => void look()}>
          {t('retention.preview')}
        </Button>
      }
    >
      {seen && <Seen seen={seen} />}
      {seen && isManager && <Erase seen={seen} onDone={() => setSeen(null)} />}
      <ProgressDialog job={job} title={t('retention.previewing')} />
    </Section>
  )
}

function Seen({ seen }: { seen: Preview }) {
  const t = useT('rights')
  const nameOf = useName()
  const found = seen.kinds.filter(({ due, held }) => due + held > 0)
  if (found.length === 0) return <span role="status">{t('retention.nothing')}</span>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('retention.kind')}</th>
          <th>{t('retention.endedBy')}</th>
          <th className={styles.figure}>{t('retention.due')}</th>
          <th className={styles.figure}>{t('retention.held')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ kind, endedBy, due, held, sample }) => (
          <tr key={kind}>
            <td>
              {nameOf(RECORD_KIND_NAMES[kind])}
              {sample.length > 0 && (
                <div className={record.faint}>
                  {t('retention.sample', {
                    list: sample
                      .slice(0, 3)
                      .map(({ label, endedOn }) => `${label} (${endedOn})`)
                      .join('，'),
                  })}
                </div>
              )}
            </td>
            <td>{dayText(endedBy)}</td>
            <td className={styles.figure}>{countText(due)}</td>
            <td className={styles.figure}>{countText(held)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Erase({ seen, onDone }: { seen: Preview; onDone: () => void }) {
  const t = useT('rights')
  const [job, setJob] = useState<string | null>(null)
  const run = useCommand('retention.run')
  const kinds = seen.kinds.filter(({ due }) => due > 0).map(({ kind }) => kind)
  if (kinds.length === 0) return null
  const count = seen.kinds.reduce((sum, { due }) => sum + due, 0)
  const send = async (reason: string) => {
    const text = t('retention.sureText', { count: countText(count) })
    if (!(await confirmDialog({ title: t('retention.sure'), text, danger: true }))) return false
    const id = newJob()
    setJob(id)
    const result = await run.run({ version: seen.version, kinds, reason }, { job: id })
    setJob(null)
    if (!result.ok) return false
    const erased = result.value.kinds.reduce((sum, one) => sum + one.erased, 0)
    tellDone(t('retention.done', { count: countText(erased) }))
    onDone()
    return true
  }
  return (
    <>
      <TextAct
        keep={{ kind: 'rights-erase-run-reason', subject: 'new' }}
        label={t('retention.runReason')}
        buttons={[{ label: t('retention.run'), onSend: send, isBusy: run.isBusy, isMain: true }]}
      />
      <ProgressDialog job={job} title={t('retention.running')} />
    </>
  )
}

function Runs() {
  const t = useT('rights')
  const nameOf = useName()
  const { data } = useQuery('retention.runs', {}, { topics: ['rights'] })
  return (
    <Section title={t('retention.runs')}>
      {data?.length === 0 && <span className={record.faint}>{t('retention.noRuns')}</span>}
      <ul className={record.list}>
        {data?.map(({ id, day, actorName, kinds }) => (
          <li key={id}>
            {t('retention.runLine', {
              day: dayText(day),
              name: actorName,
              list: kinds
                .map(({ kind, erased }) => `${nameOf(RECORD_KIND_NAMES[kind])} ${countText(erased)}`)
                .join('，'),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}

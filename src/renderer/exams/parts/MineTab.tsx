import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OwnExam } from '../../../shared/exams/model.ts'
import { ATTEMPT_STATE_NAMES } from '../../../shared/exams/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import type { Open } from '../Page.tsx'
import { ATTEMPT_TONES, isWaiting, scoreTone } from '../tones.ts'

type Props = { onOpen: (open: Open) => void }

/** S3-99: one's own exams: what is to come, what can be sat now, and how it went. */
export function MineTab({ onOpen }: Props) {
  const t = useT('exams')
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('exams.mine', {}, { topics: ['exams'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns: Column<OwnExam>[] = [
    { id: 'title', header: t('columns.title'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    { id: 'month', header: t('columns.month'), width: '90px', cell: (row) => row.month },
    { id: 'closes', header: t('columns.closes'), width: '140px', cell: (row) => <InstantText at={row.closesAt} /> },
    { id: 'result', header: t('columns.result'), width: '130px', cell: (row) => <Result exam={row} /> },
  ]
  return (
    <SplitView
      list={
        <DataTable
          label={t('tabs.mine')}
          columns={open ? columns.filter(({ id }) => id !== 'month') : columns}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => row.id}
          onOpen={(row) => setOpenId(row.id)}
          openKey={openId ?? undefined}
          empty={<EmptyState title={t('mine.empty')} />}
        />
      }
      detail={open ? <Own exam={open} onOpen={onOpen} onClose={() => setOpenId(null)} /> : null}
    />
  )
}

function Result({ exam }: { exam: OwnExam }) {
  const t = useT('exams')
  const nameOf = useName()
  const { score, isPassed, attempts, state, maySit } = exam
  if (state === 'cancelled') return <StateBadge tone="neutral" label={t('cancelled')} />
  if (score !== null)
    return <StateBadge tone={scoreTone(isPassed)} label={`${t(isPassed ? 'passed' : 'failed')} ${countText(score)}`} />
  if (isWaiting(attempts)) return <StateBadge tone="warn" label={nameOf(ATTEMPT_STATE_NAMES.handedIn)} />
  if (attempts.length > 0 && maySit) return <StateBadge tone="info" label={nameOf(ATTEMPT_STATE_NAMES.running)} />
  return <StateBadge tone={maySit ? 'info' : 'neutral'} label={t(maySit ? 'mine.waiting' : lateKey(exam))} />
}

const lateKey = ({ opensAt }: OwnExam) =>
  (opensAt > Date.now() ? 'mine.later' : 'mine.over') as 'mine.later' | 'mine.over'

function Own({ exam, onOpen, onClose }: Props & { exam: OwnExam; onClose: () => void }) {
  const t = useT('exams')
  const nameOf = useName()
  const isRunning = exam.attempts.some(({ state }) => state === 'running')
  const label = isRunning ? t('mine.goOn') : t(exam.attempts.length > 0 ? 'mine.retake' : 'mine.sit')
  return (
    <DetailPanel
      title={exam.title}
      label={t('exams.detail', { title: exam.title })}
      badges={<Result exam={exam} />}
      actions={exam.maySit && <Button onClick={() => onOpen({ kind: 'sit', examId: exam.id })}>{label}</Button>}
      onClose={onClose}
    >
      <Section title={t('exams.facts')}>
        <Facts
          facts={[
            { label: t('columns.opens'), value: <InstantText at={exam.opensAt} /> },
            { label: t('columns.closes'), value: <InstantText at={exam.closesAt} /> },
            { label: t('columns.minutes'), value: t('minutes', { count: exam.minutes }) },
            { label: t('columns.outOf'), value: t('of100', { mark: exam.passMark }) },
          ]}
        />
        <p className={record.faint}>{t('mine.left', { count: exam.maxAttempts })}</p>
        {exam.cancelReason && <p className={flow.text}>{exam.cancelReason}</p>}
      </Section>
      {exam.attempts.some(({ state }) => state !== 'running') && (
        <Section title={t('mine.attempts')}>
          <ul className={record.list}>
            {exam.attempts
              .filter(({ state }) => state !== 'running')
              .map(({ id, place, state, score, startedAt }) => (
                <li key={id} className={flow.line}>
                  <span>{t('mine.attempt', { place })}</span>
                  <InstantText at={startedAt} />
                  <StateBadge
                    tone={ATTEMPT_TONES[state]}
                    label={score === null ? nameOf(ATTEMPT_STATE_NAMES[state]) : countText(score)}
                  />
                  <Button
                    className={flow.push ?? ''}
                    size="compact-sm"
                    variant="default"
                    onClick={() => onOpen({ kind: 'sheet', attemptId: id })}
                  >
                    {t('mine.view', { place })}
                  </Button>
                </li>
              ))}
          </ul>
          <p className={record.faint}>{t('mine.opened')}</p>
        </Section>
      )}
    </DetailPanel>
  )
}

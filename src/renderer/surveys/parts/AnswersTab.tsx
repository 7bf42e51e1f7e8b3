import { Anchor, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { AnswerView } from '../../../shared/surveys/views.ts'
import {
  DECISION_NAMES,
  SURVEY_CHANNEL_NAMES,
  SURVEY_SOURCE_NAMES,
  type SurveyScope,
} from '../../../shared/surveys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { go } from '../../ui/navigation.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { useSummary } from '../summary.ts'
import { DecideForm } from './DecideForm.tsx'
import { Given } from './Given.tsx'
import styles from './surveys.module.css'

const SHOWN = ['waiting', 'decided', 'all'] as const
type Shown = (typeof SHOWN)[number]

/** S1-55: what customers answered; poor answers stand first until somebody has decided about them. */
export function AnswersTab({ scope }: { scope: SurveyScope }) {
  const t = useT('surveys')
  const [show, setShow] = useState<Shown>('waiting')
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('surveys.answers', { scope, show }, { topics: ['cases'] })
  const columns = useColumns(openId !== null)
  const open = query.data?.rows.find(({ id }) => id === openId)
  const labels: Record<Shown, string> = {
    waiting: t('answers.waiting', { count: query.data?.waiting ?? 0 }),
    decided: t('answers.decided'),
    all: t('answers.all'),
  }
  return (
    <>
      <div className={styles.filters}>
        <SegmentedControl
          style={{ maxWidth: 'none' }}
          aria-label={t('answers.show')}
          value={show}
          onChange={(value) => setShow(SHOWN.find((one) => one === value) ?? 'waiting')}
          data={SHOWN.map((value) => ({ value, label: labels[value] }))}
        />
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.answers')}
            columns={columns}
            rows={queryRows(query, ({ rows }) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('answers.empty')} text={t('answers.emptyText')} />}
          />
        }
        detail={open ? <Detail key={open.id} answer={open} onClose={() => setOpenId(null)} /> : null}
      />
    </>
  )
}

function useColumns(isNarrow: boolean): Column<AnswerView>[] {
  const t = useT('surveys')
  const nameOf = useName()
  const summaryOf = useSummary()
  const all: Column<AnswerView>[] = [
    { id: 'at', header: t('answers.at'), width: '140px', cell: (row) => <InstantText at={row.answeredAt} /> },
    {
      id: 'about',
      header: t('answers.about'),
      width: '150px',
      cell: (row) => row.caseNumber ?? nameOf(SURVEY_SOURCE_NAMES[row.source]),
    },
    { id: 'way', header: t('answers.way'), width: '112px', cell: (row) => nameOf(SURVEY_CHANNEL_NAMES[row.channel]) },
    { id: 'said', header: t('answers.given'), width: 'minmax(170px, 1fr)', cell: summaryOf },
    { id: 'comment', header: '', width: 'minmax(100px, 1fr)', cell: (row) => row.comment },
    { id: 'agent', header: t('answers.agent'), width: '96px', cell: (row) => row.agentName ?? '—' },
    { id: 'state', header: t('answers.state'), width: '124px', cell: (row) => <Decided answer={row} /> },
  ]
  return isNarrow ? all.filter(({ id }) => !['at', 'way', 'comment', 'agent'].includes(id)) : all
}

function Decided({ answer }: { answer: AnswerView }) {
  const t = useT('surveys')
  const nameOf = useName()
  if (!answer.isPoor) return null
  if (answer.decision === null) return <StateBadge tone="bad" label={t('waiting')} />
  return <StateBadge tone="neutral" label={nameOf(DECISION_NAMES[answer.decision])} />
}

function Detail({ answer, onClose }: { answer: AnswerView; onClose: () => void }) {
  const t = useT('surveys')
  const title = t('answers.detail', { ref: answer.ref })
  const { caseId } = answer
  return (
    <DetailPanel
      title={title}
      label={title}
      badges={answer.isPoor && <StateBadge tone="bad" label={t('poor')} />}
      onClose={onClose}
    >
      <Section
        title={t('answers.given')}
        actions={
          caseId !== null && (
            <Anchor component="button" type="button" onClick={() => go('cases', { id: caseId })}>
              {t('answers.openCase')}
            </Anchor>
          )
        }
      >
        <Given answer={answer} />
      </Section>
      {answer.isPoor && answer.decision === null && (
        <Section title={t('decision.title')}>
          <DecideForm answer={answer} />
        </Section>
      )}
    </DetailPanel>
  )
}

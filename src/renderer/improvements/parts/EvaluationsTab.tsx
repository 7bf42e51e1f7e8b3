import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Input } from '../../../shared/contracts.ts'
import { EVALUATION_KIND_NAMES, EVALUATION_STATE_NAMES } from '../../../shared/improvements/evaluation-words.ts'
import type { EvaluationRow } from '../../../shared/improvements/evaluations.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, dayText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { EVALUATION_TONES } from '../tones.ts'
import { EvaluationPanel } from './EvaluationPanel.tsx'
import styles from './improvements.module.css'
import { StartEvaluation } from './StartEvaluation.tsx'

export type Period = Pick<Input<'evaluations.start'>, 'kind' | 'fromDay' | 'toDay'>

function useColumns(isNarrow: boolean): Column<EvaluationRow>[] {
  const t = useT('evaluations')
  const nameOf = useName()
  const all: Column<EvaluationRow>[] = [
    { id: 'kind', header: t('columns.kind'), width: '120px', cell: (row) => nameOf(EVALUATION_KIND_NAMES[row.kind]) },
    {
      id: 'period',
      header: t('columns.period'),
      width: 'minmax(180px, 1fr)',
      cell: (row) => t('period', { from: dayText(row.fromDay), to: dayText(row.toDay) }),
    },
    {
      id: 'findings',
      header: t('columns.findings'),
      width: '76px',
      align: 'right',
      cell: (row) => countText(row.findings),
    },
    {
      id: 'open',
      header: t('columns.open'),
      width: '90px',
      align: 'right',
      cell: (row) => countText(row.uncorrected),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '110px',
      cell: (row) => (
        <StateBadge tone={EVALUATION_TONES[row.state]} label={nameOf(EVALUATION_STATE_NAMES[row.state])} />
      ),
    },
    { id: 'by', header: t('columns.by'), width: '96px', cell: (row) => row.startedByName },
  ]
  return isNarrow ? all.filter(({ id }) => ['kind', 'period', 'state'].includes(id)) : all
}

/** Evaluations by quarter and year and reviews of the process, and those that are due (S1-71, S1-73, S5-41, S5-76). */
export function EvaluationsTab() {
  const t = useT('evaluations')
  const nameOf = useName()
  const [openId, setOpen] = useState<string | null>(null)
  const [starting, setStarting] = useState<Period | 'new' | null>(null)
  const query = useQuery('evaluations.list', {}, { topics: ['improvements'] })
  const due = query.data?.due ?? []
  const columns = useColumns(openId !== null)
  return (
    <>
      <div className={styles.filters}>
        {due.length > 0 && <span className={record.faint}>{t('due')}</span>}
        {due.map((period) => (
          <Button key={period.kind} variant="default" onClick={() => setStarting(period)}>
            {t('dueOne', {
              kind: nameOf(EVALUATION_KIND_NAMES[period.kind]),
              from: dayText(period.fromDay),
              to: dayText(period.toDay),
            })}
          </Button>
        ))}
        <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setStarting('new')}>
          {t('start')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={columns}
            rows={queryRows(query, ({ rows }) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={openId === null ? null : <EvaluationPanel key={openId} id={openId} onClose={() => setOpen(null)} />}
      />
      {starting !== null && (
        <StartEvaluation
          period={starting === 'new' ? null : starting}
          onClose={() => setStarting(null)}
          onDone={setOpen}
        />
      )}
    </>
  )
}

import type { Input } from '../../../shared/contracts.ts'
import type { DueRow } from '../../../shared/surveys/views.ts'
import { EXCLUSION_NAMES } from '../../../shared/surveys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { rowsOf } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import styles from './surveys.module.css'

function useColumns(): Column<DueRow>[] {
  const t = useT('surveys')
  return [
    { id: 'name', header: t('lists.columns.name'), width: '110px', cell: (row) => row.maskedName },
    { id: 'address', header: t('lists.columns.address'), width: '170px', cell: (row) => row.maskedAddress },
    { id: 'matter', header: t('lists.columns.matter'), width: 'minmax(150px, 1fr)', cell: (row) => row.matter },
    { id: 'tier', header: t('lists.columns.tier'), width: '106px', cell: (row) => <TierBadge tier={row.tier} /> },
    { id: 'agent', header: t('lists.columns.agent'), width: '110px', cell: (row) => row.agentName ?? '—' },
    { id: 'ended', header: t('lists.columns.ended'), width: '140px', cell: (row) => <InstantText at={row.endedAt} /> },
  ]
}

/** A list before it is written: how many, why not the others, and who. */
export function Preview({ list }: { list: Input<'surveys.due'> }) {
  const t = useT('surveys')
  const nameOf = useName()
  const columns = useColumns()
  const { data, failure, reload } = useQuery('surveys.due', list, { topics: ['cases', 'members'] })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!data) return null
  const reasons = data.excluded.map(({ reason, count }) => `${nameOf(EXCLUSION_NAMES[reason])} ${count}`)
  return (
    <section className={styles.stack} aria-label={t('lists.preview')}>
      <p className={flow.text}>
        {t('lists.counts', data)}
        {reasons.length > 0 && ` · ${t('lists.excluded', { list: reasons.join(' · ') })}`}
      </p>
      <div style={{ height: '240px', display: 'flex', flexDirection: 'column' }}>
        <DataTable
          label={t('lists.preview')}
          columns={columns}
          rows={rowsOf(data.rows)}
          rowKey={(row) => row.id}
          minWidth={760}
          empty={<EmptyState title={t('lists.nobody')} text={t('lists.nobodyText')} />}
        />
      </div>
    </section>
  )
}

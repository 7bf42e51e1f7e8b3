import type { IssuedReport } from '../../../shared/reports/model.ts'
import { PERIOD_KIND_NAMES } from '../../../shared/reports/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { IssuedPanel } from './IssuedPanel.tsx'

type Props = { openId: string | null; onOpen: (id: string | null) => void }

/** S1-60: reports that were handed out, newest first. */
export function IssuedView({ openId, onOpen }: Props) {
  const t = useT('reports')
  const nameOf = useName()
  const query = useQuery('reports.issued', {}, { topics: ['cases'] })
  const columns: Column<IssuedReport>[] = [
    { id: 'number', header: t('issue.number'), width: 'minmax(130px, 1fr)', cell: (row) => row.number },
    {
      id: 'kind',
      header: t('period.kind'),
      width: '96px',
      cell: (row) => nameOf(PERIOD_KIND_NAMES[row.kind]),
    },
    { id: 'period', header: t('issue.period'), width: '110px', cell: (row) => row.period },
    {
      id: 'issuedAt',
      header: t('issue.issuedAt'),
      width: '140px',
      cell: (row) => <InstantText at={row.issuedAt} />,
    },
    { id: 'by', header: t('issue.issuedBy'), width: '110px', cell: (row) => row.issuedByName },
  ]
  const shown = openId === null ? columns : columns.filter(({ id }) => id !== 'kind' && id !== 'by')
  return (
    <SplitView
      list={
        <DataTable
          label={t('views.issued')}
          columns={shown}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => row.id}
          onOpen={(row) => onOpen(row.id)}
          openKey={openId ?? undefined}
          empty={<EmptyState title={t('issue.empty')} text={t('issue.emptyText')} />}
        />
      }
      detail={openId ? <IssuedPanel key={openId} id={openId} onClose={() => onOpen(null)} /> : null}
    />
  )
}

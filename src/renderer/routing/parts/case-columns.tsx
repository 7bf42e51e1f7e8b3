import type { CaseRow } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import type { Column } from '../../ui/DataTable.tsx'

/** The columns by which every list of cases on this page begins. */
export function useCaseColumns<R extends { case: CaseRow }>(): Column<R>[] {
  const t = useT('routing')
  return [
    {
      id: 'number',
      header: t('columns.number'),
      width: '150px',
      cell: (row) => <span className="num">{row.case.number}</span>,
    },
    { id: 'what', header: t('columns.what'), width: 'minmax(120px, 1fr)', cell: (row) => row.case.title },
    { id: 'owner', header: t('columns.owner'), width: '96px', cell: (row) => row.case.ownerName ?? '—' },
  ]
}

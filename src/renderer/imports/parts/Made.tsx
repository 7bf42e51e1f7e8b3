import type { ImportMade, ImportRow } from '../../../shared/imports/contract.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { countText } from '../../ui/formats.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { go } from '../../ui/navigation.ts'
import { InstantText } from '../../ui/values.tsx'

/** The cases or calls that an import made, each under its number here and there. */
export function Made({ row }: { row: ImportRow }) {
  const t = useT('imports')
  const rows = useKeysetRows<ImportMade, number>({
    key: row.id,
    loadPage: (after) => call('imports.made', { importId: row.id, after: after ?? 0 }),
  })
  const columns: Column<ImportMade>[] = [
    { id: 'row', header: t('columns.row'), width: '62px', align: 'right', cell: (one) => countText(one.row) },
    { id: 'origin', header: t('columns.origin'), width: 'minmax(116px, 0.8fr)', cell: (one) => one.externalId },
    { id: 'number', header: t('columns.number'), width: '152px', cell: (one) => one.number },
    { id: 'at', header: t('columns.at'), width: '138px', cell: (one) => <InstantText at={one.at} /> },
    { id: 'title', header: t('columns.title'), width: 'minmax(120px, 1.2fr)', cell: (one) => one.title },
  ]
  const open = ({ caseId, callId }: ImportMade) => {
    if (caseId !== null) go('cases', { id: caseId })
    else if (callId !== null) go('calls', { id: callId })
  }
  return (
    <DataTable
      label={t('changes.made')}
      columns={columns}
      rows={rows}
      rowKey={(one) => String(one.row)}
      onOpen={open}
      minWidth={600}
    />
  )
}

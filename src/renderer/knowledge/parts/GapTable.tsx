import { Button } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type Gap = { term: string; count: number; lastAt: number; lastByName: string }

/** S3-57: what was looked for and not found, most often first: what is still to be written. */
export function GapTable({ onWrite }: { onWrite: (about: string) => void }) {
  const t = useT('knowledge')
  const isLead = useSession((session) => session.user?.role) !== 'agent'
  const query = useQuery('knowledge.gaps', {}, { topics: ['knowledge'] })
  const settle = useCommand('knowledge.settleGap')
  const columns: Column<Gap>[] = [
    { id: 'term', header: t('columns.term'), width: 'minmax(160px, 1fr)', cell: (row) => row.term },
    { id: 'count', header: t('columns.count'), width: '70px', align: 'right', cell: (row) => row.count },
    {
      id: 'last',
      header: t('columns.last'),
      width: '240px',
      cell: (row) => `${dateTimeText(row.lastAt)} · ${row.lastByName}`,
    },
    {
      id: 'acts',
      header: '',
      width: '150px',
      cell: (row) =>
        isLead && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={(event) => {
              event.stopPropagation()
              void settle.run({ term: row.term })
            }}
          >
            {t('acts.settle')}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      label={t('views.gaps')}
      columns={columns}
      rows={queryRows(query, (rows) => rows)}
      rowKey={(row) => row.term}
      onOpen={(row) => onWrite(row.term)}
      empty={<EmptyState title={t('empty')} />}
    />
  )
}

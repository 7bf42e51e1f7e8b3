import { Alert, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { ExportRow } from '../../../shared/exports/contract.ts'
import type { CopyState } from '../../../shared/exports/model.ts'
import { PROFILE_RULES } from '../../../shared/exports/profiles.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { CopyPanel } from './CopyPanel.tsx'

const TONES: Record<CopyState, Tone> = { unlimited: 'neutral', held: 'info', overdue: 'bad', destroyed: 'good' }
const WIDE_ONLY = ['actor', 'requester', 'file', 'profile']

function useColumns(isNarrow: boolean): Column<ExportRow>[] {
  const t = useT('exports')
  const nameOf = useName()
  const all: Column<ExportRow>[] = [
    { id: 'at', header: t('columns.at'), width: '140px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'actor', header: t('columns.actor'), width: 'minmax(80px, 0.6fr)', cell: (row) => row.actorName },
    {
      id: 'member',
      header: t('columns.about'),
      width: 'minmax(110px, 0.8fr)',
      cell: (row) => row.memberCard ?? row.copy?.scopeLabel ?? '',
    },
    { id: 'purpose', header: t('columns.purpose'), width: 'minmax(130px, 1.6fr)', cell: (row) => row.purpose },
    { id: 'requester', header: t('columns.requester'), width: 'minmax(90px, 0.8fr)', cell: (row) => row.requester },
    {
      id: 'profile',
      header: t('form.profile'),
      width: '96px',
      cell: (row) => (row.copy ? nameOf(PROFILE_RULES[row.copy.profile].name) : ''),
    },
    { id: 'file', header: t('columns.file'), width: 'minmax(100px, 1fr)', cell: (row) => row.fileName },
    { id: 'rows', header: t('columns.rows'), width: '70px', align: 'right', cell: (row) => countText(row.rows) },
    {
      id: 'copy',
      header: t('columns.copy'),
      width: '124px',
      cell: (row) => row.copy && <StateBadge tone={TONES[row.copy.state]} label={t(`states.${row.copy.state}`)} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => !WIDE_ONLY.includes(id)) : all
}

/** What left the desk, for whom, and which copies should be gone by now. */
export function RegisterTab({ startsOverdue }: { startsOverdue: boolean }) {
  const t = useT('exports')
  const [isOverdue, setOverdue] = useState(startsOverdue)
  const { data: waits } = useQuery('exports.waits', {}, { topics: ['exports'] })
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('exports.list', { isOverdue }, { topics: ['exports'] })
  const openRow = query.data?.find(({ id }) => id === openId)
  return (
    <>
      {waits && waits.overdue > 0 && (
        <Alert color="red" role="status" title={t('waits.overdue', { count: waits.overdue })}>
          {t('waits.overdueText', { days: waits.overdueDays })}
        </Alert>
      )}
      <Checkbox
        my="xs"
        label={t('onlyOverdue')}
        checked={isOverdue}
        onChange={(event) => setOverdue(event.currentTarget.checked)}
      />
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={useColumns(openRow !== undefined)}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openRow?.id}
            empty={<EmptyState title={t(isOverdue ? 'noneOverdue' : 'empty')} />}
          />
        }
        detail={openRow ? <CopyPanel key={openRow.id} row={openRow} onClose={() => setOpenId(null)} /> : null}
      />
    </>
  )
}

import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ImportChange, ImportRow } from '../../../shared/imports/contract.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts } from '../../ui/DetailPanel.tsx'
import { countText } from '../../ui/formats.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { go } from '../../ui/navigation.ts'
import { InstantText } from '../../ui/values.tsx'
import { fieldName, valueText } from '../field-names.ts'
import styles from '../imports.module.css'
import { Made } from './Made.tsx'

const KINDS = ['all', 'created', 'updated'] as const
type Kind = (typeof KINDS)[number]

function useColumns(): Column<ImportChange>[] {
  const t = useT('imports')
  const text = ({ kind, changes }: ImportChange) => {
    if (kind === 'created') return t('changes.entered')
    const parts = changes.map(({ field, period, before, after }) => {
      const name = period === undefined ? fieldName(field) : `${fieldName(field)} ${period}`
      return t('changes.from', { field: name, before: valueText(field, before), after: valueText(field, after) })
    })
    return parts.join('；')
  }
  return [
    { id: 'row', header: t('columns.row'), width: '62px', align: 'right', cell: (row) => countText(row.row) },
    { id: 'card', header: t('columns.card'), width: '112px', cell: (row) => row.card },
    { id: 'name', header: t('columns.name'), width: '96px', cell: (row) => row.name },
    {
      id: 'kind',
      header: t('columns.outcome'),
      width: '104px',
      cell: (row) => <StateBadge tone={row.kind === 'created' ? 'good' : 'info'} label={t(`outcome.${row.kind}`)} />,
    },
    {
      id: 'change',
      header: t('columns.change'),
      width: 'minmax(180px, 1fr)',
      cell: (row) => <span title={text(row)}>{text(row)}</span>,
    },
  ]
}

/** What an import of members changed, row by row. */
function Changes({ row }: { row: ImportRow }) {
  const t = useT('imports')
  const [kind, setKind] = useState<Kind>((row.updated ?? 0) > 0 ? 'updated' : 'all')
  const columns = useColumns()
  const rows = useKeysetRows<ImportChange, number>({
    key: `${row.id} ${kind}`,
    loadPage: (after) => call('imports.changes', { importId: row.id, kind, after: after ?? 0 }),
  })
  return (
    <>
      <SegmentedControl
        aria-label={t('changes.title')}
        value={kind}
        onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'all')}
        data={KINDS.map((value) => ({ value, label: t(`changes.${value}`) }))}
      />
      <DataTable
        label={t('changes.title')}
        columns={columns}
        rows={rows}
        rowKey={(change) => String(change.row)}
        onOpen={(change) => go('members', { id: change.memberId })}
        minWidth={520}
      />
    </>
  )
}

/** One import: its counts, its file, and row by row what it changed or made; a row opens it. */
export function ImportPanel({ row, onClose }: { row: ImportRow; onClose: () => void }) {
  const t = useT('imports')
  const counts = (['read', 'created', 'updated', 'unchanged', 'rejected'] as const).map((name) => ({
    label: t(`columns.${name}`),
    value: <span className="num">{row[name] === null ? '—' : countText(row[name])}</span>,
  }))
  const facts = [
    { label: t('columns.at'), value: <InstantText at={row.at} /> },
    { label: t('columns.actor'), value: row.actorName },
    ...counts,
  ]
  return (
    <DetailPanel title={row.fileName} label={row.fileName} onClose={onClose}>
      <div className={styles.panel}>
        <Facts facts={facts} columns={3} />
        {row.read === null && <p className={styles.dim}>{t('changes.part')}</p>}
        <Facts
          facts={[{ label: t('changes.sha'), value: <code className={styles.sha}>{row.fileSha256}</code> }]}
          columns={1}
        />
        {row.kind === 'members' ? <Changes row={row} /> : <Made row={row} />}
      </div>
    </DetailPanel>
  )
}

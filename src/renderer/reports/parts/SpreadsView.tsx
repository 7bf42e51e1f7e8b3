import { Select } from '@mantine/core'
import { useState } from 'react'
import type { SpreadRow } from '../../../shared/reports/model.ts'
import { SPREAD_NAMES, SPREADS, type SpreadId } from '../../../shared/reports/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { shareText } from '../value-text.ts'
import { ShareBar } from './ColumnChart.tsx'
import type { ViewProps } from './FiguresView.tsx'
import { type NumbersColumn, NumbersTable, OpenLink } from './NumbersTable.tsx'
import styles from './reports.module.css'

const KINDS = ['complaint', 'enquiry', 'suggestion', 'service'] as const

const NO_ROW = { complaint: 0, enquiry: 0, suggestion: 0, service: 0, judged: 0, onTime: 0 }

const sumOf = (rows: readonly SpreadRow[]) =>
  rows.reduce(
    (sum, row) => ({
      complaint: sum.complaint + row.complaint,
      enquiry: sum.enquiry + row.enquiry,
      suggestion: sum.suggestion + row.suggestion,
      service: sum.service + row.service,
      judged: sum.judged + row.judged,
      onTime: sum.onTime + row.onTime,
    }),
    NO_ROW,
  )

/** S1-21 S2-11 S2-17: what came in by channel group, channel, category and the five classings, with the on-time share. */
export function SpreadsView({ report, other, onOpen, openKey }: ViewProps) {
  const t = useT('reports')
  const nameOf = useName()
  const [id, setId] = useState<SpreadId>('channel')
  const rowsIn = (one: typeof other) => one?.spreads.find((each) => each.id === id)?.rows ?? []
  const rows = rowsIn(report)
  const before = new Map(rowsIn(other).map((row) => [row.key, row]))
  const total = sumOf(rows)
  const most = Math.max(1, ...rows.map(({ complaint }) => complaint))
  const nameIn = (row: SpreadRow) => (id === 'day' || id === 'month' ? row.key : nameOf(row.name))
  const columns: NumbersColumn<SpreadRow>[] = [
    {
      header: nameOf(SPREAD_NAMES[id]),
      cell: (row) => (
        <OpenLink onOpen={() => onOpen({ kind: 'spread', id, key: row.key, name: nameIn(row) })}>
          {nameIn(row)}
        </OpenLink>
      ),
    },
    { header: '', cell: (row) => <ShareBar share={row.complaint / most} /> },
    ...KINDS.map((kind) => ({
      header: t(`columns.${kind}`),
      isNumber: true,
      cell: (row: SpreadRow) => countText(row[kind]),
    })),
    { header: t('columns.judged'), isNumber: true, cell: (row) => countText(row.judged) },
    { header: t('columns.onTime'), isNumber: true, cell: (row) => shareText(row.onTime, row.judged) },
    ...(other
      ? [
          {
            header: t('beside', { key: other.period.key }),
            isNumber: true,
            cell: (row: SpreadRow) => countText(before.get(row.key)?.complaint ?? 0),
          },
        ]
      : []),
  ]
  return (
    <div className={styles.scroll}>
      <div className={styles.line}>
        <Select
          label={t('spread')}
          allowDeselect={false}
          value={id}
          data={choicesOf(SPREAD_NAMES, nameOf)}
          onChange={(value) => setId(SPREADS.find((one) => one === value) ?? 'channel')}
        />
        <span className={styles.faint}>
          {t('sum')}: {KINDS.map((kind) => `${t(`columns.${kind}`)} ${countText(total[kind])}`).join(' · ')} ·{' '}
          {t('columns.onTime')} {shareText(total.onTime, total.judged)}
        </span>
      </div>
      <NumbersTable
        label={nameOf(SPREAD_NAMES[id])}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        openKey={openKey}
        empty={t('nothing')}
      />
    </div>
  )
}

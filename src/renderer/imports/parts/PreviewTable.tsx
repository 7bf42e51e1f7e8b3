import type { Mapping, Preview, RowOutcome } from '../../../shared/imports/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import type { Query } from '../../use-query.ts'
import { errorText, fieldName, reasonOf, reasonText, valueText } from '../field-names.ts'
import styles from '../imports.module.css'

type Props = {
  query: Query<Preview>
  headers: readonly string[]
  mapping: Mapping
  isWaiting: boolean
  keyField: string
}
type Row = Preview['rows'][number]

const TONES: Record<RowOutcome, Tone> = { created: 'good', updated: 'info', unchanged: 'neutral', rejected: 'bad' }

/** What the file says in the column of a field; nothing for fields that are put together. */
function written(row: Row, field: string, { mapping, headers }: Pick<Props, 'mapping' | 'headers'>): string {
  const source = mapping.columns[field]
  const column = typeof source === 'string' ? source : source && 'column' in source ? source.column : ''
  return row.cells[headers.indexOf(column)] ?? ''
}

type CellProps = Pick<Props, 'mapping' | 'headers'> & { row: Row; field: string }

/** The value of a cell; what stands in the file and why it was refused. */
function Cell({ row, field, ...file }: CellProps) {
  const error = row.errors.find((one) => one.field === field)
  const raw = written(row, field, file)
  if (!error) return <span>{row.outcome === 'rejected' ? raw : valueText(field, row.values[field])}</span>
  return (
    <span className={styles.bad} title={errorText(error)}>
      {raw} {reasonText(error)}
    </span>
  )
}

function useColumns(file: Pick<Props, 'mapping' | 'headers'>): Column<Row>[] {
  const t = useT('imports')
  return [
    { id: 'row', header: t('columns.row'), width: '56px', align: 'right', cell: (row) => countText(row.row) },
    {
      id: 'outcome',
      header: t('columns.outcome'),
      width: '104px',
      cell: (row) => <StateBadge tone={TONES[row.outcome]} label={t(`outcome.${row.outcome}`)} />,
    },
    ...Object.keys(file.mapping.columns).map(
      (field): Column<Row> => ({
        id: field,
        header: fieldName(field),
        width: 'minmax(132px, 1fr)',
        cell: (row) => <Cell row={row} field={field} {...file} />,
      }),
    ),
    {
      id: 'problems',
      header: t('columns.problems'),
      width: 'minmax(160px, 1.4fr)',
      cell: (row) => <span title={row.errors.map(errorText).join('；')}>{row.errors.map(errorText).join('；')}</span>,
    },
  ]
}

/** What the import would make of the first rows, every refused cell with its reason in place. */
export function PreviewTable({ query, headers, mapping, isWaiting, keyField }: Props) {
  const t = useT('imports')
  const columns = useColumns({ mapping, headers })
  const { data } = query
  const outcomes = ['created', 'updated', 'unchanged', 'rejected'] as const
  return (
    <section className={styles.side} aria-label={t('preview.title')}>
      <div className={styles.sideHead}>
        <h2>{t('preview.title')}</h2>
        {data && <span className={styles.dim}>{t('preview.sampled', { count: countText(data.sampled) })}</span>}
        <span className={styles.counts}>
          {data &&
            outcomes
              .filter((outcome) => data[outcome] > 0)
              .map((outcome) => (
                <StateBadge
                  key={outcome}
                  tone={TONES[outcome]}
                  label={`${t(`outcome.${outcome}`)} ${countText(data[outcome])}`}
                />
              ))}
        </span>
      </div>
      {data && data.problems.length > 0 && (
        <ul role="alert" className={styles.bad}>
          {data.problems.map(({ field, problem, detail }) => (
            <li key={`${field} ${problem}`}>{t(`mapping.problem.${problem}`, { field: fieldName(field), detail })}</li>
          ))}
        </ul>
      )}
      <DataTable
        label={t('preview.title')}
        columns={columns}
        rows={queryRows(query, (answer) => answer.rows)}
        rowKey={(row) => String(row.row)}
        minWidth={Math.max(520, 300 + Object.keys(mapping.columns).length * 132)}
        empty={
          <EmptyState title={isWaiting ? t('preview.wait', { field: fieldName(keyField) }) : t('preview.empty')} />
        }
      />
      {data && data.reasons.length > 0 && (
        <div className={styles.counts}>
          {data.reasons.slice(0, 12).map(({ field, reason, count }) => (
            <StateBadge
              key={`${field} ${reason}`}
              tone="bad"
              label={`${reasonOf(field, reason)} × ${countText(count)}`}
            />
          ))}
        </div>
      )}
    </section>
  )
}

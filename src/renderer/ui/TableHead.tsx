// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold a list that is only drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; only sortable headings are buttons
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './DataTable.module.css'

export type Column<T> = {
  id: string
  header: string
  cell: (row: T) => ReactNode
  /** A CSS grid width: '96px', 'minmax(120px, 1fr)'; an equal share when left out. */
  width?: string
  align?: 'left' | 'right' | 'center'
  /** Name to sort by when the heading is pressed. */
  sortBy?: string
}

type Sort = { by: string; dir: 'asc' | 'desc' }
type Props<T> = {
  columns: readonly Column<T>[]
  template: string
  minWidth: number
  /** Rows have a box before their first column. */
  hasBoxes?: boolean
  sort?: Sort
  onSort?: (sort: Sort) => void
}

const SPOKEN = { asc: 'ascending', desc: 'descending' } as const

/** The headings, which stay in sight and sort. */
export function TableHead<T>({ columns, template, minWidth, hasBoxes = false, sort, onSort }: Props<T>) {
  const heading = (column: Column<T>) => {
    const { sortBy } = column
    if (sortBy === undefined || !onSort) return column.header
    const dir = sort?.by === sortBy ? sort.dir : undefined
    const Arrow = dir === 'desc' ? IconArrowDown : IconArrowUp
    return (
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ by: sortBy, dir: dir === 'asc' ? 'desc' : 'asc' })}
      >
        {column.header}
        {dir && <Arrow size={12} />}
      </button>
    )
  }
  return (
    <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template, minWidth }}>
      {hasBoxes && <div role="columnheader" />}
      {columns.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          className={styles.cell}
          data-align={column.align}
          aria-sort={sort && sort.by === column.sortBy ? SPOKEN[sort.dir] : undefined}
        >
          {heading(column)}
        </div>
      ))}
    </div>
  )
}

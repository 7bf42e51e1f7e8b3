// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold a list that is only drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the focus and handles the keys
import type { MouseEvent } from 'react'
import styles from './DataTable.module.css'
import type { Column } from './TableHead.tsx'

type Props<T> = {
  id: string
  index: number
  /** Undefined while it is being read. */
  row: T | undefined
  columns: readonly Column<T>[]
  template: string
  isActive: boolean
  isOpen: boolean
  onPress: ((event: MouseEvent) => void) | undefined
  /** The box by which the row is chosen among several; its place stays empty where it is not offered. */
  box?: { label: string; isChecked: boolean; isOffered: boolean; onToggle: () => void } | undefined
}

/** One drawn row of a table. */
export function TableRow<T>({ id, index, row, columns, template, isActive, isOpen, onPress, box }: Props<T>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={box ? box.isChecked : isOpen}
      className={styles.row}
      data-open={isOpen || undefined}
      data-active={isActive || undefined}
      data-clickable={onPress !== undefined || undefined}
      style={{ gridTemplateColumns: template }}
      onClick={onPress}
    >
      {box && (
        <div role="gridcell" className={styles.box}>
          {box.isOffered && (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={box.label}
              checked={box.isChecked}
              onChange={box.onToggle}
              onClick={(event) => event.stopPropagation()}
            />
          )}
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
          {row === undefined ? <span className={styles.waiting} /> : column.cell(row)}
        </div>
      ))}
    </div>
  )
}

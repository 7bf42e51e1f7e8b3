// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold a list that is only drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import styles from './DataTable.module.css'
import { EmptyState } from './EmptyState.tsx'
import { FailureAlert } from './FailureAlert.tsx'
import { countText } from './formats.ts'
import type { Rows } from './rows.ts'
import { ROW_HEIGHT } from './scroll-window.ts'
import { type Column, TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { type RowSelection, useRowSelection } from './use-row-selection.ts'
import { useScrollWindow } from './use-scroll-window.ts'

export type { Column } from './TableHead.tsx'
export type Sort = { by: string; dir: 'asc' | 'desc' }

export type DataTableProps<T> = {
  /** Says what the table lists, for screen readers. */
  label: string
  columns: readonly Column<T>[]
  rows: Rows<T>
  rowKey: (row: T) => string
  /** Click or Enter on a row. */
  onOpen?: (row: T) => void
  /** Tells which row the keyboard stands at; a constant function. */
  onCurrent?: (row: T | undefined) => void
  /** Key of the row that is open beside the table. */
  openKey?: string | undefined
  sort?: Sort
  onSort?: (sort: Sort) => void
  empty?: ReactNode
  /** Width below which the table scrolls sideways. */
  minWidth?: number
  /** Right end of the line below the table. */
  foot?: ReactNode
  /** Lets several rows be chosen; Space then chooses, Enter opens. */
  selection?: RowSelection
}

/** A table of any length: draws only what is seen, and is worked by keyboard like one list. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, onOpen, onCurrent, openKey, empty, minWidth = 0, foot, selection } = props
  const t = useT('ui')
  const id = useId()
  const [active, setActive] = useState(0)
  const scroll = useScrollWindow(rows.total)
  const { from, to } = scroll.drawn
  const { want } = rows
  useEffect(() => {
    if (to > from) want(from, to)
  }, [want, from, to])

  const last = rows.total - 1
  const current = Math.min(active, Math.max(0, last))
  const currentRow = rows.row(current)
  useEffect(() => onCurrent?.(currentRow), [onCurrent, currentRow])
  const [isAwaited, setAwaited] = useState(false)
  const move = (index: number) => {
    setAwaited(false)
    const next = Math.max(0, Math.min(last, index))
    setActive(next)
    scroll.show(next)
  }
  const open = (index: number) => {
    const row = rows.row(index)
    setActive(index)
    if (row !== undefined) onOpen?.(row)
    else if (rows.isLoading) setAwaited(true)
  }
  // Enter may come sooner than the rows it is meant for: whoever types a number and opens what is found is not slower than the list.
  useEffect(() => {
    if (!isAwaited || rows.isLoading) return
    setAwaited(false)
    const row = rows.row(current)
    if (row !== undefined) onOpen?.(row)
  }, [isAwaited, rows, current, onOpen])
  const chosen = useRowSelection({ selection, rows, rowKey, current, move })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && chosen.onKey(event)) {
      event.preventDefault()
      return
    }
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const page = Math.max(1, Math.floor(scroll.view / ROW_HEIGHT) - 1)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key]
    if (step !== undefined) move(current + step)
    else if (event.key === 'Home') move(0)
    else if (event.key === 'End') move(last)
    else if (event.key === 'Enter' || event.key === ' ') open(current)
    else return
    event.preventDefault()
  }

  const widths = columns.map((column) => column.width ?? 'minmax(0, 1fr)')
  const template = (selection ? ['30px', ...widths] : widths).join(' ')
  const isDrawn = current >= from && current < to
  const drawn = Array.from({ length: to - from }, (_, place) => from + place)

  return (
    <div className={styles.frame}>
      {rows.failure && <FailureAlert failure={rows.failure} onRetry={rows.reload} />}
      {/* The grid itself takes the focus and names its active row, so a million rows are one tab stop. */}
      <div
        ref={scroll.ref}
        className={styles.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={(rows.all ?? rows.total) + 1}
        aria-colcount={columns.length + (selection ? 1 : 0)}
        aria-multiselectable={selection !== undefined || undefined}
        aria-busy={rows.isLoading}
        aria-activedescendant={isDrawn && rows.total > 0 ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={scroll.onScroll}
      >
        <TableHead {...props} template={template} minWidth={minWidth} hasBoxes={selection !== undefined} />
        <div className={styles.space} style={{ height: scroll.height, minWidth }} role="presentation">
          <div className={styles.layer} style={{ transform: `translateY(${scroll.layerTop}px)` }} role="presentation">
            {drawn.map((index) => {
              const row = rows.row(index)
              return (
                <TableRow
                  key={index}
                  id={`${id}-${index}`}
                  index={index}
                  row={row}
                  columns={columns}
                  template={template}
                  isActive={index === current}
                  isOpen={row !== undefined && openKey !== undefined && rowKey(row) === openKey}
                  box={
                    selection && {
                      label: selection.label,
                      isChecked: chosen.isSelected(row),
                      isOffered: row === undefined || (selection.canChoose?.(rowKey(row)) ?? true),
                      onToggle: () => chosen.toggle(index),
                    }
                  }
                  onPress={onOpen && ((event) => chosen.onPress(event, index) || open(index))}
                />
              )
            })}
          </div>
        </div>
        {rows.total === 0 && !rows.failure && (
          <div role="row">
            <div role="gridcell" className={styles.nothing}>
              {rows.isLoading ? (
                <span role="status">{t('states.loading')}</span>
              ) : (
                (empty ?? <EmptyState title={t('states.empty')} />)
              )}
            </div>
          </div>
        )}
      </div>
      <div className={styles.foot}>
        <span>
          {rows.total > 0
            ? t('table.row', { index: countText(current + 1), count: countText(rows.all ?? rows.total) })
            : t('table.rows', { count: 0 })}
        </span>
        <span>{foot}</span>
      </div>
    </div>
  )
}

import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './reports.module.css'

export type NumbersColumn<T> = { header: string; cell: (row: T) => ReactNode; isNumber?: boolean }

type Props<T> = {
  label: string
  columns: readonly NumbersColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  empty: string
  openKey?: string | undefined
}

/** A table of numbers that is read whole; its first column names the row. */
export function NumbersTable<T>({ label, columns, rows, rowKey, empty, openKey }: Props<T>) {
  if (rows.length === 0) return <p className={styles.faint}>{empty}</p>
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ header, isNumber }) => (
            <th key={header} scope="col" data-number={isNumber || undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-open={openKey === rowKey(row) || undefined}>
            {columns.map(({ header, cell, isNumber }, place) =>
              place === 0 ? (
                <th key={header} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={header} data-number={isNumber || undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Words that open what stands behind them. */
export function OpenLink({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  return (
    <Anchor component="button" type="button" inherit className={styles.link ?? ''} onClick={onOpen}>
      {children}
    </Anchor>
  )
}

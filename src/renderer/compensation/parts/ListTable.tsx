import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import { go } from '../../ui/navigation.ts'
import styles from '../../ui/record.module.css'

export type ListColumn<T> = { header: string; cell: (row: T) => ReactNode; isNumber?: boolean }

type Props<T> = {
  label: string
  columns: readonly ListColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  empty: string
}

/** A short table that is read whole; what is done about a row is done on its case. */
export function ListTable<T>({ label, columns, rows, rowKey, empty }: Props<T>) {
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
          <tr key={rowKey(row)}>
            {columns.map(({ header, cell, isNumber }) => (
              <td key={header} data-number={isNumber || undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The case behind a row. */
export function CaseLink({ id, number }: { id: CaseId; number: string }) {
  return (
    <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id })}>
      {number}
    </Anchor>
  )
}

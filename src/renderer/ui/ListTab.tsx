import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Column, DataTable } from './DataTable.tsx'
import { SplitView } from './DetailPanel.tsx'
import flow from './flow.module.css'
import type { Rows } from './rows.ts'

type Props<T extends { id: string }> = {
  /** Says what the list is of, for screen readers. */
  label: string
  rows: Rows<T>
  columns: readonly Column<T>[]
  /** Ids of the columns that stay while something is open beside the list. */
  narrow: readonly string[]
  empty: ReactNode
  /** Left end of the line above the list: a filter, a hint. */
  lead?: ReactNode
  /** Words of the button that opens the form; null for whoever may not add. */
  add: string | null
  /** What adds one; `show` opens what was added in its place. */
  form: (close: () => void, show: (id: string) => void) => ReactNode
  /** One of the list beside it; null when it is not there (any more). */
  panel: (id: string, close: () => void) => ReactNode
}

/** A tab with one list of which one thing is open beside it, or the form that adds to it. */
export function ListTab<T extends { id: string }>(props: Props<T>) {
  const { label, rows, columns, narrow, empty, lead, add, form, panel } = props
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const close = () => {
    setAdding(false)
    setOpenId(null)
  }
  const show = (id: string) => {
    setAdding(false)
    setOpenId(id)
  }
  const opened = openId === null ? null : panel(openId, close)
  const detail = isAdding ? form(close, show) : opened
  return (
    <>
      {(lead !== undefined || add !== null) && (
        <div className={flow.line}>
          {lead}
          {add !== null && (
            <Button className={flow.push ?? ''} onClick={() => setAdding(true)}>
              {add}
            </Button>
          )}
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={label}
            columns={detail === null ? columns : columns.filter(({ id }) => narrow.includes(id))}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => show(row.id)}
            openKey={openId ?? undefined}
            empty={empty}
          />
        }
        detail={detail}
      />
    </>
  )
}

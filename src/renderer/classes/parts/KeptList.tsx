import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { ClassList } from '../../../shared/classes/model.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { rowsOf } from '../../ui/rows.ts'
import styles from '../classes.module.css'
import type { RowProps } from './ClassForm.tsx'
import { useArrange } from './use-arrange.ts'
import type { ClassRow } from './use-class-form.ts'

type Props<R extends ClassRow> = {
  list: ClassList
  label: string
  addLabel: string
  mayEdit: boolean
  /** Every row, in the order in which the list is kept. */
  kept: readonly R[]
  /** The rows that the table shows; without it every one. */
  shown?: readonly R[]
  /** Between which rows one is moved; without it between all. */
  isPeer?: (code: string, other: string) => boolean
  columns: readonly Column<R>[]
  /** The columns that stay while a row is open beside the table; without it all. */
  narrow?: readonly string[]
  /** What narrows the list, before the button that adds to it. */
  filters?: ReactNode
  /** A row nobody has written yet. */
  blank: R
  Form: ComponentType<RowProps<R>>
}

/** One list of the page: its rows as a table, and the form of the row that is open or being added. */
export function KeptList<R extends ClassRow>({
  list,
  label,
  addLabel,
  mayEdit,
  kept,
  shown = kept,
  ...rest
}: Props<R>) {
  const { isPeer = () => true, columns, narrow, filters, blank, Form } = rest
  const [openCode, setOpenCode] = useState<string | null>(null)
  const open = openCode === '' ? blank : kept.find(({ code }) => code === openCode)
  const codes = kept.map(({ code }) => code)
  const arrange = useArrange(list, codes, isPeer)
  const isAside = openCode !== null && narrow !== undefined
  return (
    <>
      {(filters !== undefined || mayEdit) && (
        <div className={styles.line}>
          {filters}
          {mayEdit && (
            <Button className={flow.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setOpenCode('')}>
              {addLabel}
            </Button>
          )}
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={label}
            columns={isAside ? columns.filter(({ id }) => narrow.includes(id)) : columns}
            rows={rowsOf(shown)}
            rowKey={({ code }) => code}
            onOpen={({ code }) => setOpenCode(code)}
            openKey={openCode ?? undefined}
          />
        }
        detail={
          open ? (
            <Form
              key={open.code}
              row={open}
              mayEdit={mayEdit}
              arrange={arrange}
              onSaved={setOpenCode}
              onClose={() => setOpenCode(null)}
            />
          ) : null
        }
      />
    </>
  )
}

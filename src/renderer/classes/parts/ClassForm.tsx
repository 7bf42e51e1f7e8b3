import { type ReactNode, useId } from 'react'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { useName } from '../../ui/use-name.ts'
import { NameFields } from './NameFields.tsx'
import { SaveActions } from './SaveActions.tsx'
import type { Arrange } from './use-arrange.ts'
import type { ClassFormState, ClassRow } from './use-class-form.ts'

/** What a list hands the form of the row that is open. */
export type RowProps<R extends ClassRow> = {
  row: R
  mayEdit: boolean
  arrange: Arrange
  onSaved: (code: string) => void
  onClose: () => void
}

type Props = {
  form: ClassFormState<ClassRow>
  save: { isBusy: boolean; fieldErrors: Record<string, string> }
  /** The title while the row is new; afterwards its name is. */
  addTitle: string
  sectionTitle: string
  codeHint: string
  /** The fields of such a row, below code and names. */
  children?: ReactNode
  /** The sections below the first. */
  below?: ReactNode
} & Omit<RowProps<ClassRow>, 'row' | 'onSaved'>

/** The panel about one row of a list: code and names, what such a row has besides, its place and its saving. */
export function ClassForm({ form, save, addTitle, sectionTitle, codeHint, children, below, ...rest }: Props) {
  const { mayEdit, arrange, onClose } = rest
  const { start, row, isNew, change, submit } = form
  const nameOf = useName()
  const formId = useId()
  const title = isNew ? addTitle : nameOf(start.name)
  return (
    <DetailPanel
      title={title}
      label={title}
      actions={mayEdit && <SaveActions formId={formId} isBusy={save.isBusy} code={start.code} arrange={arrange} />}
      onClose={onClose}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Section title={sectionTitle}>
          <div className={flow.stack}>
            <NameFields
              row={row}
              codeHint={codeHint}
              errors={save.fieldErrors}
              mayEdit={mayEdit}
              onCode={isNew ? (code) => change({ code: code.trim() }) : undefined}
              onChange={change}
            />
            {children}
          </div>
        </Section>
        {below}
      </form>
    </DetailPanel>
  )
}

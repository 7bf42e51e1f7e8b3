import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { CONTENT_CLASS_NAMES, CONTENT_CLASSES } from '../../../shared/cases/axes.ts'
import { OBJECT_NAMES, OBJECTS, TIME_CLASS_NAMES, TIME_CLASSES } from '../../../shared/cases/words.ts'
import type { CategoryRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { GuideEditor } from './GuideEditor.tsx'
import { Limits } from './Limits.tsx'
import { NameFields } from './NameFields.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { SaveActions } from './SaveActions.tsx'
import type { Arrange } from './use-arrange.ts'

type Props = {
  row: CategoryRow
  mayEdit: boolean
  arrange: Arrange
  onSaved: (code: string) => void
  onClose: () => void
}

/** One category: its names, where its cases go, the limits that hold, its plan and its guide. */
export function CategoryForm({ row: start, mayEdit, arrange, onSaved, onClose }: Props) {
  const t = useT('classes')
  const nameOf = useName()
  const [row, setRow] = useState(start)
  const save = useCommand('classes.saveCategory')
  const formId = useId()
  const isNew = start.code === ''
  const change = (part: Partial<CategoryRow>) => setRow({ ...row, ...part })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await save.run({ ...row, guide: row.guide.filter(({ zh, en }) => zh !== '' || en !== ''), isNew })
    if (!saved.ok) return
    tellDone(t('saved', { name: nameOf(row.name) }))
    onSaved(row.code)
  }
  const title = isNew ? t('add.categories') : nameOf(start.name)
  return (
    <DetailPanel
      title={title}
      label={title}
      actions={mayEdit && <SaveActions formId={formId} isBusy={save.isBusy} code={start.code} arrange={arrange} />}
      onClose={onClose}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Section title={t('tabs.categories')}>
          <div className={flow.stack}>
            <NameFields
              row={row}
              codeHint={t('fields.codeHint')}
              errors={save.fieldErrors}
              mayEdit={mayEdit}
              onCode={isNew ? (code) => change({ code: code.trim() }) : undefined}
              onChange={change}
            />
            <Axes row={row} mayEdit={mayEdit} errors={save.fieldErrors} onChange={change} />
          </div>
        </Section>
        <Limits category={isNew ? null : start.code} />
        <PlanEditor row={row} mayEdit={mayEdit} onChange={(plan) => change({ plan })} />
        <GuideEditor
          guide={row.guide}
          mayEdit={mayEdit}
          errors={save.fieldErrors}
          onChange={(guide) => change({ guide })}
        />
      </form>
    </DetailPanel>
  )
}

type AxesProps = {
  row: CategoryRow
  mayEdit: boolean
  errors: Record<string, string>
  onChange: (part: Partial<CategoryRow>) => void
}

function Axes({ row, mayEdit, errors, onChange }: AxesProps) {
  const t = useT('classes')
  const nameOf = useName()
  const { offered } = useClasses()
  const rest = { clearable: mayEdit, readOnly: !mayEdit, placeholder: t('ofGroup') }
  return (
    <FieldRow>
      <TextInput
        label={t('fields.regulator')}
        maxLength={1}
        value={row.regulator ?? ''}
        readOnly={!mayEdit}
        error={errors.regulator}
        onChange={(event) => onChange({ regulator: event.currentTarget.value.toUpperCase() || null })}
      />
      <Select
        {...rest}
        label={t('fields.contentClass')}
        data={choicesOf(CONTENT_CLASS_NAMES, nameOf)}
        value={row.contentClass}
        onChange={(value) => onChange({ contentClass: CONTENT_CLASSES.find((one) => one === value) ?? null })}
      />
      <Select
        {...rest}
        label={t('fields.objectClass')}
        data={choicesOf(OBJECT_NAMES, nameOf)}
        value={row.objectClass}
        onChange={(value) => onChange({ objectClass: OBJECTS.find((one) => one === value) ?? null })}
      />
      <Select
        {...rest}
        searchable
        label={t('fields.department')}
        data={offered.desks.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
        value={row.department}
        onChange={(value) => onChange({ department: offered.desks.find(({ code }) => code === value)?.code ?? null })}
      />
      <Select
        {...rest}
        placeholder={t('byNature')}
        label={t('fields.timeClass')}
        data={choicesOf(TIME_CLASS_NAMES, nameOf)}
        value={row.timeClass}
        onChange={(value) => onChange({ timeClass: TIME_CLASSES.find((one) => one === value) ?? null })}
      />
    </FieldRow>
  )
}

import { Select, TextInput } from '@mantine/core'
import { CONTENT_CLASS_NAMES, CONTENT_CLASSES } from '../../../shared/cases/axes.ts'
import { OBJECT_NAMES, OBJECTS, TIME_CLASS_NAMES, TIME_CLASSES } from '../../../shared/cases/words.ts'
import type { CategoryRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { FieldRow } from '../../ui/fields.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { ClassForm, type RowProps } from './ClassForm.tsx'
import { GuideEditor } from './GuideEditor.tsx'
import { Limits } from './Limits.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { useClassForm } from './use-class-form.ts'

/** One category: its names, where its cases go, the limits that hold, its plan and its guide. */
export function CategoryForm({ row: start, onSaved, ...rest }: RowProps<CategoryRow>) {
  const t = useT('classes')
  const save = useCommand('classes.saveCategory')
  const form = useClassForm(
    start,
    (input) => save.run({ ...input, guide: input.guide.filter(({ zh, en }) => zh !== '' || en !== '') }),
    onSaved,
  )
  const { row, isNew, change } = form
  const shared = { mayEdit: rest.mayEdit, errors: save.fieldErrors }
  return (
    <ClassForm
      {...rest}
      form={form}
      save={save}
      addTitle={t('add.categories')}
      sectionTitle={t('tabs.categories')}
      codeHint={t('fields.codeHint')}
      below={
        <>
          <Limits category={isNew ? null : start.code} />
          <PlanEditor row={row} mayEdit={rest.mayEdit} onChange={(plan) => change({ plan })} />
          <GuideEditor {...shared} guide={row.guide} onChange={(guide) => change({ guide })} />
        </>
      }
    >
      <Axes {...shared} row={row} onChange={change} />
    </ClassForm>
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

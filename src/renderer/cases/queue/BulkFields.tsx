import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { DIRECTION_NAMES } from '../../../shared/cases/stages.ts'
import { IMPORTANCE_NAMES, SEVERITY_NAMES, URGENCY_NAMES } from '../../../shared/cases/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { fromField, toField } from '../times.ts'
import type { BulkForm } from './bulk-form.ts'

type Props = { form: BulkForm; set: (change: Partial<BulkForm>) => void }

const INSIDE = { withinPortal: false } as const

/** The fields of the chosen act. */
export function BulkFields({ form, set }: Props) {
  switch (form.kind) {
    case 'assign':
      return (
        <>
          <Owner form={form} set={set} isNeeded />
          <Reason form={form} set={set} />
        </>
      )
    case 'claim':
      return <Reason form={form} set={set} />
    case 'assess':
      return <Assessment form={form} set={set} />
    case 'class':
      return <Class form={form} set={set} />
    case 'note':
      return <Words form={form} set={set} />
    case 'remark':
      return <Reminder form={form} set={set} />
  }
}

function Owner({ form, set, isNeeded = false }: Props & { isNeeded?: boolean }) {
  const t = useT('queue')
  return (
    <PersonField
      label={t('bulk.owner')}
      withAsterisk={isNeeded}
      clearable={!isNeeded}
      comboboxProps={INSIDE}
      value={form.ownerId}
      onChange={(ownerId) => set({ ownerId })}
    />
  )
}

function Reason({ form, set }: Props) {
  const t = useT('queue')
  return (
    <TextInput
      label={t('bulk.reason')}
      value={form.reason}
      maxLength={500}
      onChange={(event) => set({ reason: event.currentTarget.value })}
    />
  )
}

function Words({ form, set }: Props) {
  const t = useT('queue')
  return (
    <TextArea
      keep={{ kind: 'cases-bulk-text', subject: form.kind }}
      label={t('bulk.text')}
      withAsterisk
      minRows={2}
      value={form.text}
      onChange={(event) => set({ text: event.currentTarget.value })}
    />
  )
}

function Assessment({ form, set }: Props) {
  const t = useT('queue')
  const nameOf = useName()
  return (
    <>
      <div>
        <div>{t('bulk.urgency')}</div>
        <SegmentedControl
          aria-label={t('bulk.urgency')}
          data={choicesOf(URGENCY_NAMES, nameOf)}
          value={form.urgency}
          onChange={(urgency) => set({ urgency })}
        />
      </div>
      <div>
        <div>{t('bulk.importance')}</div>
        <SegmentedControl
          aria-label={t('bulk.importance')}
          data={choicesOf(IMPORTANCE_NAMES, nameOf)}
          value={form.importance}
          onChange={(importance) => set({ importance })}
        />
      </div>
      <Select
        label={t('bulk.direction')}
        allowDeselect={false}
        comboboxProps={INSIDE}
        data={choicesOf(DIRECTION_NAMES, nameOf)}
        value={form.direction}
        onChange={(direction) => direction && set({ direction })}
      />
      <TextInput
        label={t('bulk.note')}
        value={form.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </>
  )
}

function Class({ form, set }: Props) {
  const t = useT('queue')
  const nameOf = useName()
  const classes = useClasses()
  return (
    <>
      <Select
        label={t('bulk.category')}
        withAsterisk
        searchable
        comboboxProps={INSIDE}
        data={categoryChoices(classes.offered.categories, classes, nameOf)}
        value={form.category}
        onChange={(category) => set({ category })}
      />
      <Select
        label={t('bulk.severity')}
        placeholder={t('bulk.keep')}
        clearable
        comboboxProps={INSIDE}
        data={choicesOf(SEVERITY_NAMES, nameOf)}
        value={form.severity}
        onChange={(severity) => set({ severity })}
      />
      <Reason form={form} set={set} />
    </>
  )
}

function Reminder({ form, set }: Props) {
  const t = useT('queue')
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('bulk.dueAt')}
        withAsterisk
        value={toField(form.dueAt)}
        onChange={(event) => set({ dueAt: fromField(event.currentTarget.value) })}
      />
      <TextInput
        label={t('bulk.what')}
        withAsterisk
        maxLength={500}
        value={form.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Owner form={form} set={set} />
    </>
  )
}

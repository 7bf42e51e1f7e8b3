import { ActionIcon, Button, Checkbox, Select } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { WorkflowDefinition, WorkflowField } from '../../../shared/workflow/model.ts'
import { FIELD_TYPE_NAMES } from '../../../shared/workflow/names.ts'
import { isOwnField } from '../../../shared/workflow/records.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { useStages } from '../stages.ts'
import { side } from '../words.ts'
import { knownFields, ownId } from '../workflow-edit.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { OwnFieldForm } from './OwnFieldForm.tsx'

type Props = {
  policy: WorkflowDefinition
  fields: readonly WorkflowField[]
  onChange: (fields: WorkflowField[]) => void
}

/** What a step asks for: fields that the desk's workflows know, and fields of its own; each may be left empty or not. */
export function StepFields({ policy, fields, onChange }: Props) {
  const t = useT('policies')
  const adding = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<WorkflowField | null>(null)
  const stages = useStages()
  const known = [...new Map([...stages.fields, ...knownFields(policy)].map((field) => [field.name, field])).values()]
  const offered = known.filter(({ name }) => !fields.some((field) => field.name === name))
  const close = () => {
    setOpen(null)
    setTimeout(() => adding.current?.focus())
  }
  const put = (field: WorkflowField) => {
    const isThere = fields.some(({ name }) => name === field.name)
    onChange(isThere ? fields.map((one) => (one.name === field.name ? field : one)) : [...fields, field])
    close()
  }
  return (
    <FieldGroup name={t('editor.fieldsTitle')}>
      {fields.length === 0 ? (
        <p className={styles.dim}>{t('editor.noFields')}</p>
      ) : (
        <table className={styles.table} aria-label={t('editor.fieldsTitle')}>
          <thead>
            <tr>
              <th>{t('editor.fieldName')}</th>
              <th>{t('editor.fieldType')}</th>
              <th>{t('editor.mustGive')}</th>
              <th aria-label={t('editor.remove')} />
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow
                key={field.name}
                field={field}
                onChange={(next) => onChange(fields.map((one) => (one.name === next.name ? next : one)))}
                onEdit={() => setOpen(field)}
                onRemove={() => {
                  onChange(fields.filter(({ name }) => name !== field.name))
                  setTimeout(() => adding.current?.focus())
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.line}>
        <Select
          aria-label={t('editor.addKnown')}
          placeholder={t('editor.addKnown')}
          searchable
          w={260}
          data={offered.map(({ name, label }) => ({ value: name, label: label[side()] }))}
          value={null}
          onChange={(name) => {
            const field = known.find((one) => one.name === name)
            if (field) onChange([...fields, { ...field, isFresh: true }])
          }}
        />
        <Button
          ref={adding}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            setOpen({
              name: ownId(Date.now()),
              type: 'text',
              isRequired: true,
              label: { zh: '', en: '' },
              isFresh: true,
            })
          }
        >
          {t('editor.addOwn')}
        </Button>
      </div>
      {open && <OwnFieldForm key={open.name} field={open} onTake={put} onClose={close} />}
    </FieldGroup>
  )
}

type RowProps = {
  field: WorkflowField
  onChange: (field: WorkflowField) => void
  onEdit: () => void
  onRemove: () => void
}

function FieldRow({ field, onChange, onEdit, onRemove }: RowProps) {
  const t = useT('policies')
  const name = field.label[side()]
  return (
    <tr>
      <td>{name}</td>
      <td>
        {FIELD_TYPE_NAMES[field.type][side()]}
        {field.optionNames &&
          `：${Object.values(field.optionNames)
            .map((one) => one[side()])
            .join(' / ')}`}
      </td>
      <td>
        <Checkbox
          aria-label={t('editor.mustField', { name })}
          checked={field.isRequired}
          onChange={(event) => onChange({ ...field, isRequired: event.currentTarget.checked })}
        />
      </td>
      <td className={styles.nowrap}>
        {isOwnField(field.name) && (
          <ActionIcon variant="subtle" aria-label={t('editor.editField', { name })} onClick={onEdit}>
            <IconPencil size={15} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="red" aria-label={t('editor.removeField', { name })} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </td>
    </tr>
  )
}

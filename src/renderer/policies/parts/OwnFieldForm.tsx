import { Button, Checkbox, Group, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { type WorkflowField, workflowField } from '../../../shared/workflow/model.ts'
import { FIELD_TYPE_NAMES } from '../../../shared/workflow/names.ts'
import { useT } from '../../i18n/use-t.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { side } from '../words.ts'
import { choicesFrom, choicesText } from '../workflow-edit.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { NamePair } from './NamePair.tsx'

/** Kinds of values that a field of the desk's own may hold. */
const OWN_TYPES = ['text', 'number', 'day', 'choice'] as const

type Props = { field: WorkflowField; onTake: (field: WorkflowField) => void; onClose: () => void }

/** A field of the desk's own: what it is called, what it holds, and whether it must be given. */
export function OwnFieldForm({ field: start, onTake, onClose }: Props) {
  const t = useT('policies')
  const u = useT('ui')
  const [field, setField] = useState(start)
  const [choices, setChoices] = useState(() => choicesText(start))
  const [isWrong, setWrong] = useState(false)
  const given = choicesFrom(choices)
  const isChoice = field.type === 'choice'
  const take = () => {
    const { options: _, optionNames: __, ...rest } = field
    const read = workflowField.safeParse(isChoice ? { ...rest, ...given } : rest)
    if (read.success && (!isChoice || given)) onTake(read.data)
    else setWrong(true)
  }
  return (
    <FieldGroup name={t('editor.addOwn')}>
      <Stack gap="sm">
        <NamePair name={field.label} isWrong={isWrong} onChange={(label) => setField({ ...field, label })} />
        <Select
          label={t('editor.fieldType')}
          allowDeselect={false}
          data={OWN_TYPES.map((value) => ({ value, label: FIELD_TYPE_NAMES[value][side()] }))}
          value={field.type}
          onChange={(value) => setField({ ...field, type: OWN_TYPES.find((one) => one === value) ?? field.type })}
        />
        {isChoice && (
          <TextArea
            label={t('editor.choices')}
            minRows={3}
            required
            value={choices}
            error={isWrong && !given ? t('editor.choicesFault') : undefined}
            onChange={(event) => setChoices(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t('editor.mustGive')}
          checked={field.isRequired}
          onChange={(event) => setField({ ...field, isRequired: event.currentTarget.checked })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {u('actions.cancel')}
          </Button>
          <Button variant="light" onClick={take}>
            {t('editor.takeField')}
          </Button>
        </Group>
      </Stack>
    </FieldGroup>
  )
}

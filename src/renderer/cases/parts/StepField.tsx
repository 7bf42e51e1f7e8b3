import { Checkbox, Input, NumberInput, Rating, Select, TextInput } from '@mantine/core'
import type { StepData, WorkflowField } from '../../../shared/workflow/model.ts'
import { DayField } from '../../ui/fields.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { fromField, toField } from '../times.ts'
import styles from './page.module.css'
import { UserField } from './UserField.tsx'
import { useOptions } from './use-options.ts'

type Value = StepData[string]
type Props = {
  field: WorkflowField
  value: Value
  error: string | undefined
  /** Another field that is filled in makes this one unnecessary. */
  isExcused: boolean
  /** True until it is known whether something was half written here. */
  onChange: (value: Value) => void
}

const SHORT = ['contactPerson', 'mergedInto']

/** One field of a step's form, as the workflow describes it. */
export function StepField({ field, value, error, isExcused, onChange }: Props) {
  const nameOf = useName()
  const optionsOf = useOptions()
  const common = { label: nameOf(field.label), withAsterisk: field.isRequired && !isExcused, error }
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'text':
      return SHORT.includes(field.name) ? (
        <TextInput {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <TextArea
          className={styles.wide ?? ''}
          minRows={2}
          maxRows={8}
          {...common}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          clearable={!field.isRequired}
          data={optionsOf(field)}
          value={text === '' ? null : text}
          onChange={onChange}
        />
      )
    case 'tick':
      return (
        <Checkbox
          className={styles.tick ?? ''}
          label={`${common.label}${common.withAsterisk ? ' *' : ''}`}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'instant':
      return (
        <TextInput
          type="datetime-local"
          max="9999-12-31T23:59"
          {...common}
          value={toField(typeof value === 'number' ? value : null)}
          onChange={(event) => onChange(fromField(event.currentTarget.value))}
        />
      )
    case 'day':
      return <DayField {...common} value={text === '' ? null : text} onChange={onChange} />
    case 'user':
      return <UserField {...common} value={text === '' ? null : text} onChange={onChange} />
    case 'score':
      return (
        <Input.Wrapper {...common}>
          <Rating
            role="radiogroup"
            aria-label={common.label}
            value={typeof value === 'number' ? value : 0}
            onChange={onChange}
            // By itself an arrow key only lights the stars; it presses their button, and here that counts.
            onClick={({ target }) => target instanceof HTMLInputElement && onChange(Number(target.value))}
          />
        </Input.Wrapper>
      )
  }
}

import { ActionIcon, Button, Input, NumberInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { usualStep, type WarningStep } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { AlsoField, LevelField, TellsField } from './ToldFields.tsx'

const MOST_PERCENT = 1000

type Props = {
  label: string
  steps: readonly WarningStep[]
  error?: string | undefined
  onChange: (steps: WarningStep[]) => void
}

/** The warning steps of a limit: at which share of it who is told, at which level. */
export function StepsTable({ label, steps, error, onChange }: Props) {
  const t = useT('policies')
  const adding = useRef<HTMLButtonElement>(null)
  const put = (place: number, step: WarningStep) => onChange(steps.map((one, i) => (i === place ? step : one)))
  const add = () => onChange([...steps, usualStep(Math.min(MOST_PERCENT, (steps.at(-1)?.percent ?? 25) + 25))])
  const remove = (place: number) => {
    onChange(steps.filter((_, i) => i !== place))
    adding.current?.focus()
  }
  return (
    <div>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {(['percent', 'level', 'tells', 'also'] as const).map((name) => (
              <th key={name}>{t(`steps.${name}`)}</th>
            ))}
            <th aria-label={t('editor.remove')} />
          </tr>
        </thead>
        <tbody>
          {steps.map((step, place) => (
            <StepRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name, and its place is what tells it apart
              key={place}
              step={step}
              row={t('steps.step', { place: place + 1 })}
              onChange={(next) => put(place, next)}
              onRemove={steps.length > 1 ? () => remove(place) : undefined}
            />
          ))}
        </tbody>
      </table>
      {error && <Input.Error role="alert">{error}</Input.Error>}
      <Button ref={adding} mt={4} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
        {t('steps.add')}
      </Button>
    </div>
  )
}

type RowProps = {
  step: WarningStep
  row: string
  onChange: (step: WarningStep) => void
  onRemove: (() => void) | undefined
}

function StepRow({ step, row, onChange, onRemove }: RowProps) {
  const t = useT('policies')
  const { percent, ...told } = step
  const field = { told, row, onChange: (next: typeof told) => onChange({ percent, ...next }) }
  return (
    <tr>
      <td>
        <NumberInput
          aria-label={`${row} ${t('steps.percent')}`}
          w={92}
          min={1}
          max={MOST_PERCENT}
          suffix="%"
          value={percent}
          onChange={(value) => onChange({ ...told, percent: Math.round(Number(value)) || 0 })}
        />
      </td>
      <td>
        <LevelField {...field} />
      </td>
      <td>
        <TellsField {...field} />
      </td>
      <td>
        <AlsoField {...field} />
      </td>
      <td>
        {onRemove && (
          <ActionIcon variant="subtle" color="red" aria-label={`${t('editor.remove')} ${row}`} onClick={onRemove}>
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}

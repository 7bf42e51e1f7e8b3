import { NumberInput, Select, TextInput } from '@mantine/core'
import type { TrainingDraft } from '../../../shared/training/model.ts'
import { REPEAT_NAMES } from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import type { FieldsProps } from './training-fields.ts'

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number)
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes
}

/** When a training is held and how often, where, who answers for it, what it costs and what passes. */
export function TrainingWhen({ fields, set }: FieldsProps) {
  const t = useT('training')
  const nameOf = useName()
  const { schedule } = fields
  const plan = (change: Partial<TrainingDraft['schedule']>) => set({ schedule: { ...schedule, ...change } })
  return (
    <FieldRow>
      <DayField
        label={t('fields.firstDay')}
        value={schedule.firstDay}
        onChange={(firstDay) => firstDay !== null && plan({ firstDay })}
      />
      <TextInput
        type="time"
        label={t('fields.time')}
        value={timeOf(schedule.minute)}
        onChange={(event) => {
          const minute = minuteOf(event.currentTarget.value)
          if (minute !== null) plan({ minute })
        }}
      />
      <NumberInput
        label={t('fields.minutes')}
        min={10}
        max={1440}
        allowDecimal={false}
        value={schedule.minutes}
        onChange={(value) => typeof value === 'number' && plan({ minutes: value })}
      />
      <Select
        label={t('fields.repeat')}
        data={choicesOf(REPEAT_NAMES, nameOf)}
        value={schedule.repeat}
        allowDeselect={false}
        onChange={(repeat) => repeat && plan({ repeat, times: repeat === 'once' ? 1 : schedule.times })}
      />
      {schedule.repeat !== 'once' && (
        <NumberInput
          label={t('fields.times')}
          min={1}
          max={60}
          allowDecimal={false}
          value={schedule.times}
          onChange={(value) => typeof value === 'number' && plan({ times: value })}
        />
      )}
      <TextInput
        label={t('fields.place')}
        maxLength={200}
        value={fields.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <PersonField
        label={t('fields.responsible')}
        value={fields.responsibleId}
        onChange={(responsibleId) => set({ responsibleId })}
      />
      <YuanField
        label={t('fields.budget')}
        value={fields.budgetFen}
        onChange={(budgetFen) => set({ budgetFen: budgetFen ?? 0 })}
      />
      <NumberInput
        label={t('fields.passMark')}
        min={1}
        max={100}
        allowDecimal={false}
        value={fields.passMark ?? ''}
        onChange={(value) => set({ passMark: typeof value === 'number' ? value : null })}
      />
    </FieldRow>
  )
}

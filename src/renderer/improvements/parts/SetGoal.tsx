import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { GOAL_MEASURE_NAMES, type GoalMeasure, PLAN_GOALS } from '../../../shared/improvements/goal-words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FigureField } from '../../ui/FigureField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Fields = {
  measure: GoalMeasure
  title: string
  unit: string
  baseline: number | null
  baselineWhen: string
  baselineSource: string
  target: number | null
}

const orNone = (text: string) => (text.trim() === '' ? null : text)

/** Sets a goal; what the client's plan says of an objective is filled in when its measure is chosen. */
export function SetGoal({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useT('loop')
  const i = useT('improvements')
  const u = useT('ui')
  const nameOf = useName()
  const planned = (measure: GoalMeasure): Fields => {
    const plan = PLAN_GOALS.find((goal) => goal.measure === measure)
    return {
      measure,
      title: measure === 'other' ? '' : nameOf(GOAL_MEASURE_NAMES[measure]),
      unit: plan?.unit ?? '%',
      baseline: plan?.baseline ?? null,
      baselineWhen: plan?.baselineWhen ?? '',
      baselineSource: plan?.baselineSource ? nameOf(plan.baselineSource) : '',
      target: plan?.target ?? null,
    }
  }
  const [fields, setFields] = useState<Fields>(() => planned('satisfaction'))
  const [dueDay, setDue] = useState<Day | null>(null)
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const set = useCommand('goals.set', { quiet: true })
  const save = async () => {
    const { target, baselineWhen, baselineSource } = fields
    if (target === null || dueDay === null || ownerId === null) return
    const about = { baselineWhen: orNone(baselineWhen), baselineSource: orNone(baselineSource) }
    const done = await set.run({ ...fields, ...about, target, dueDay, ownerId })
    if (!done.ok) return
    tellDone(i('saved'))
    onClose()
    onDone(done.value.id)
  }
  const text = (name: 'title' | 'unit' | 'baselineWhen' | 'baselineSource') => (
    <TextInput
      label={t(`goals.fields.${name}`)}
      value={fields[name]}
      error={set.fieldErrors[name]}
      onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
    />
  )
  const isReady = fields.title.trim().length > 1 && fields.target !== null && dueDay !== null && ownerId !== null
  return (
    <FormDialog
      keep={{ kind: 'improvements-goal-lines', subject: 'new' }}
      title={t('goals.set')}
      save={u('actions.save')}
      failure={set.failure}
      isBusy={set.isBusy}
      isReady={isReady}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow>
        <Select
          label={t('goals.fields.measure')}
          data={choicesOf(GOAL_MEASURE_NAMES, nameOf)}
          value={fields.measure}
          allowDeselect={false}
          onChange={(measure) => measure && setFields(planned(measure))}
        />
        {text('title')}
      </FieldRow>
      <FieldRow columns={3}>
        <FigureField
          label={t('goals.fields.baseline')}
          value={fields.baseline}
          onChange={(baseline) => setFields({ ...fields, baseline })}
        />
        <FigureField
          required
          label={t('goals.fields.target')}
          value={fields.target}
          onChange={(target) => setFields({ ...fields, target })}
        />
        {text('unit')}
      </FieldRow>
      <FieldRow>
        {text('baselineWhen')}
        {text('baselineSource')}
        <PersonField required label={t('goals.fields.owner')} value={ownerId} onChange={setOwner} />
        <DayField required label={t('goals.fields.due')} value={dueDay} onChange={setDue} />
      </FieldRow>
    </FormDialog>
  )
}

import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CareerFile, DevelopmentStep } from '../../../shared/careers/model.ts'
import { ABILITY_NAMES, type Ability, STEP_STATE_NAMES, type StepState } from '../../../shared/careers/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { STEP_TONES } from '../tones.ts'

/** S4-86: a person's goals with their days, and what became of them. */
export function Plan({ file }: { file: CareerFile }) {
  const t = useT('careers')
  return (
    <>
      {file.steps.length === 0 && <p className={flow.faint}>{t('noSteps')}</p>}
      <ul className={record.list}>
        {file.steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ul>
      <AddStep file={file} />
    </>
  )
}

function Step({ step }: { step: DevelopmentStep }) {
  const t = useT('careers')
  const nameOf = useName()
  const close = useCommand('careers.closeStep')
  const { id, title, ability, dueDay, state, isLate } = step
  const end = async (next: StepState) => {
    if ((await close.run({ id, state: next })).ok) tellDone(t('saved'))
  }
  return (
    <li className={flow.line}>
      <StateBadge
        tone={isLate ? 'bad' : STEP_TONES[state]}
        label={isLate ? t('late') : nameOf(STEP_STATE_NAMES[state])}
      />
      <span>{title}</span>
      <span className={flow.faint}>
        {ability === null ? '' : `${nameOf(ABILITY_NAMES[ability])} · `}
        {dayText(dueDay)}
      </span>
      {state === 'open' && (
        <span className={`${flow.push} ${flow.line}`}>
          <Button
            size="compact-sm"
            variant="default"
            loading={close.isBusy}
            aria-label={t('done', { title })}
            onClick={() => void end('done')}
          >
            {t('doneShort')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={close.isBusy}
            aria-label={t('drop', { title })}
            onClick={() => void end('dropped')}
          >
            {t('dropShort')}
          </Button>
        </span>
      )}
    </li>
  )
}

function AddStep({ file }: { file: CareerFile }) {
  const t = useT('careers')
  const nameOf = useName()
  const [title, setTitle] = useState('')
  const [ability, setAbility] = useState<Ability | null>(null)
  const [dueDay, setDue] = useState<Day | null>(null)
  const add = useCommand('careers.addStep')
  const abilities = choicesOf(ABILITY_NAMES, nameOf)
  const save = async () => {
    if (dueDay === null) return
    const done = await add.run({ userId: file.userId, step: { title, ability, trainingId: null, dueDay } })
    if (!done.ok) return
    setTitle('')
    tellDone(t('saved'))
  }
  return (
    <div className={flow.stack}>
      <KeepLines kind="careers-step-lines" subject={file.userId} />
      <FieldRow columns={3}>
        <TextInput
          label={t('step')}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Select
          label={t('ability')}
          clearable
          data={abilities}
          value={ability}
          onChange={(one) => setAbility(abilities.find(({ value }) => value === one)?.value ?? null)}
        />
        <DayField label={t('due')} value={dueDay} onChange={setDue} />
      </FieldRow>
      <Button
        className={flow.push ?? ''}
        variant="default"
        loading={add.isBusy}
        disabled={title.trim() === '' || dueDay === null}
        onClick={() => void save()}
      >
        {t('addStep')}
      </Button>
    </div>
  )
}

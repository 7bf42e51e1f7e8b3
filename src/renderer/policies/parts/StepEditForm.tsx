import { Button, Checkbox, Group, Modal, MultiSelect, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core'
import { useState } from 'react'
import { stepSourceText } from '../../../shared/policies/clock-words.ts'
import type { PolicyProblem } from '../../../shared/policies/model.ts'
import { EVENT_NAMES } from '../../../shared/policies/words.ts'
import { ROLES } from '../../../shared/roles.ts'
import {
  CASE_EVENTS,
  type WorkflowDefinition,
  type WorkflowTransition,
  workflowTransition,
} from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { today } from '../../ui/formats.ts'
import styles from '../policies.module.css'
import { optionsOf, side } from '../words.ts'
import { Faults } from './Faults.tsx'
import { NamePair } from './NamePair.tsx'
import { StepFields } from './StepFields.tsx'
import { StepNeeds } from './StepNeeds.tsx'

const STEP_ROLES = [...ROLES, 'system'] as const

type Props = {
  step: WorkflowTransition
  policy: WorkflowDefinition
  problems: readonly PolicyProblem[]
  onTake: (step: WorkflowTransition) => void
  onClose: () => void
}

/** One step of a workflow in a form; what the limits listen to and what is asked for stand beside where it leads. */
export function StepEditForm({ step: start, policy, problems, onTake, onClose }: Props) {
  const t = useT('policies')
  const u = useT('ui')
  const [step, setStep] = useState(start)
  const [isWrong, setWrong] = useState(false)
  const change = (part: Partial<WorkflowTransition>) => setStep({ ...step, ...part })
  const stages = policy.states.map(({ id, name }) => ({ value: id, label: name[side()] }))
  const take = () => {
    const read = workflowTransition.safeParse(step)
    if (read.success) onTake(read.data)
    else setWrong(true)
  }
  const missing = (list: readonly string[]) => (isWrong && list.length === 0 ? u('issues.required') : undefined)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('editor.step')}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      <Stack gap="sm">
        <Faults problems={problems} at={step.id} />
        <NamePair name={step.name} isWrong={isWrong} onChange={(name) => change({ name })} />
        <MultiSelect
          label={t('editor.from')}
          data={stages}
          value={step.from}
          error={missing(step.from)}
          onChange={(from) => change({ from })}
        />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <Select
            label={t('editor.to')}
            allowDeselect={false}
            data={stages}
            value={step.to}
            onChange={(to) => change({ to: to ?? step.to })}
          />
          <MultiSelect
            label={t('editor.roles')}
            data={STEP_ROLES.map((role) => ({
              value: role,
              label: role === 'system' ? t('editor.system') : u(`roles.${role}`),
            }))}
            value={step.roles}
            error={missing(step.roles)}
            onChange={(values) => change({ roles: STEP_ROLES.filter((role) => values.includes(role)) })}
          />
        </SimpleGrid>
        <MultiSelect
          label={t('editor.emits')}
          searchable
          data={optionsOf(EVENT_NAMES).filter(({ value }) => CASE_EVENTS.some((event) => event === value))}
          value={step.emits}
          error={missing(step.emits)}
          onChange={(values) => change({ emits: CASE_EVENTS.filter((event) => values.includes(event)) })}
        />
        <Checkbox
          label={t('editor.ownersOnly')}
          checked={step.isOwnersOnly}
          onChange={(event) => change({ isOwnersOnly: event.currentTarget.checked })}
        />
        <StepFields policy={policy} fields={step.fields} onChange={(fields) => change({ fields })} />
        <StepNeeds policy={policy} step={step} onChange={change} />
        <Figures step={step} policy={policy} onChange={change} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {u('actions.cancel')}
          </Button>
          <Button onClick={take}>{t('editor.take')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const FIGURES = ['withinDays', 'afterDays', 'keepYears'] as const

type FiguresProps = {
  step: WorkflowTransition
  policy: WorkflowDefinition
  onChange: (part: Partial<WorkflowTransition>) => void
}

/** Days and years of a step; one that is changed is the desk's own from then on. */
function Figures({ step, policy, onChange }: FiguresProps) {
  const t = useT('policies')
  const shown = FIGURES.filter((name) => step[name] !== undefined)
  const isAfterEnd = policy.states.some(({ id, isFinal }) => isFinal && step.from.includes(id))
  const own = { mark: 'seed' as const, asOf: today() }
  if (shown.length === 0)
    return isAfterEnd ? (
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() =>
          onChange(step.roles.includes('system') ? { afterDays: 30, source: own } : { withinDays: 30, source: own })
        }
      >
        {t('editor.addWithin')}
      </Button>
    ) : null
  const requirement = step.source?.requirement ?? step.requirement
  return (
    <div>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {shown.map((name) => (
          <NumberInput
            key={name}
            label={t(`editor.${name}`)}
            min={1}
            value={step[name] ?? 1}
            onChange={(value) => {
              const next = Math.round(Number(value)) || 1
              if (next === step[name]) return
              onChange({ [name]: next, source: { mark: 'seed', asOf: today(), ...(requirement && { requirement }) } })
            }}
          />
        ))}
      </SimpleGrid>
      <p className={styles.dim}>
        {t('editor.source')} {stepSourceText(step, side())}
      </p>
    </div>
  )
}

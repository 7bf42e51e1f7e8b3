import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { EVENT_NAMES, namesIn } from '../../../shared/policies/words.ts'
import type { WorkflowDefinition, WorkflowTransition } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { DraftFrame, type EditorProps } from './DraftFrame.tsx'
import { StageForm } from './StageForm.tsx'
import { StepEditForm } from './StepEditForm.tsx'

type Open = { kind: 'step'; step: WorkflowTransition } | { kind: 'stage'; id: string } | null

/** A step to begin with, under an id that is not taken. */
function newStep({ states, transitions }: WorkflowDefinition): WorkflowTransition {
  let number = transitions.length + 1
  while (transitions.some(({ id }) => id === `own-${number}`)) number += 1
  const [first, second] = states
  return {
    id: `own-${number}`,
    from: [first?.id ?? ''],
    to: second?.id ?? '',
    name: { zh: '', en: '' },
    roles: ['agent', 'lead', 'manager'],
    isOwnersOnly: true,
    emits: ['assessed'],
    fields: [],
    needs: [],
  }
}

/** The stages and steps of a draft of a workflow; whether it holds together is checked while it is changed. */
export function WorkflowEditor({ detail, start, onDone }: EditorProps<WorkflowDefinition>) {
  const t = useT('policies')
  const u = useT('ui')
  const [states, setStates] = useState(start.states)
  const [transitions, setTransitions] = useState(start.transitions)
  const [open, setOpen] = useState<Open>(null)
  const policy: WorkflowDefinition = { ...start, states, transitions }
  const nameOf = (id: string) => states.find((state) => state.id === id)?.name[side()] ?? id
  const putStep = (step: WorkflowTransition) => {
    const isThere = transitions.some(({ id }) => id === step.id)
    setTransitions(isThere ? transitions.map((one) => (one.id === step.id ? step : one)) : [...transitions, step])
    setOpen(null)
  }
  const stage = open?.kind === 'stage' ? states.find(({ id }) => id === open.id) : undefined
  return (
    <DraftFrame
      detail={detail}
      kind="workflow"
      policy={policy}
      body={() => ({ states, transitions })}
      label={t('editor.steps')}
      onDone={onDone}
      actions={
        <Button variant="default" onClick={() => setOpen({ kind: 'step', step: newStep(policy) })}>
          {t('editor.addStep')}
        </Button>
      }
    >
      <div className={styles.choices}>
        {states.map((state) => (
          <Button
            key={state.id}
            variant="default"
            size="compact-sm"
            aria-label={t('editor.editStage', { name: state.name[side()] })}
            onClick={() => setOpen({ kind: 'stage', id: state.id })}
          >
            {state.name[side()]}
          </Button>
        ))}
      </div>
      <table className={styles.table} aria-label={t('editor.steps')}>
        <thead>
          <tr>
            <th aria-label={t('editor.step')} />
            {(['step', 'from', 'to', 'roles', 'emits', 'asks'] as const).map((name) => (
              <th key={name}>{t(`editor.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {transitions.map((step) => (
            <tr key={step.id}>
              <td className={styles.nowrap}>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('editor.editStep', { name: step.name[side()] })}
                  onClick={() => setOpen({ kind: 'step', step })}
                >
                  <IconPencil size={15} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={t('editor.removeStep', { name: step.name[side()] })}
                  onClick={() => setTransitions(transitions.filter(({ id }) => id !== step.id))}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              </td>
              <td>
                <strong>{step.name[side()]}</strong>
                <div className={`${styles.dim} mono`}>{step.id}</div>
              </td>
              <td>{step.from.map(nameOf).join(side() === 'zh' ? '、' : ', ')}</td>
              <td className={styles.nowrap}>{nameOf(step.to)}</td>
              <td>
                {step.roles.map((role) => (role === 'system' ? t('editor.system') : u(`roles.${role}`))).join(' ')}
              </td>
              <td>{namesIn(EVENT_NAMES, step.emits, side())}</td>
              <td>{step.fields.map(({ label }) => label[side()]).join(side() === 'zh' ? '、' : ', ') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open?.kind === 'step' && (
        <StepEditForm step={open.step} states={states} onTake={putStep} onClose={() => setOpen(null)} />
      )}
      {stage && (
        <StageForm
          stage={stage}
          onTake={(changed) => {
            setStates(states.map((one) => (one.id === changed.id ? changed : one)))
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </DraftFrame>
  )
}

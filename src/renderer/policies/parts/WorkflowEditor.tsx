import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { WorkflowDefinition, WorkflowState, WorkflowTransition } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { Diagram } from '../../workflow/parts/Diagram.tsx'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { newStage, newStep, put, putStage, stepsAt, withoutStage } from '../workflow-edit.ts'
import { DraftFrame, type EditorProps } from './DraftFrame.tsx'
import { StageForm } from './StageForm.tsx'
import { StagesTable } from './StagesTable.tsx'
import { StepEditForm } from './StepEditForm.tsx'
import { TransitionsTable } from './TransitionsTable.tsx'

type Open = { kind: 'step'; step: WorkflowTransition } | { kind: 'stage'; stage: WorkflowState } | null

const NOBODY: ReadonlyMap<string, number> = new Map()

/** The stages and steps of a draft of a workflow, drawn as they are changed; what does not hold is said at its place. */
export function WorkflowEditor({ detail, start, onDone }: EditorProps<WorkflowDefinition>) {
  const t = useT('policies')
  const [states, setStates] = useState(start.states)
  const [transitions, setTransitions] = useState(start.transitions)
  const [chosen, setChosen] = useState<string | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const policy: WorkflowDefinition = { ...start, states, transitions }
  const only = states.find(({ id }) => id === chosen)
  const removeStage = async ({ id, name }: WorkflowState) => {
    const isSure = await confirmDialog({
      title: t('editor.removeAsk', { name: name[side()] }),
      text: t('editor.removeText', { count: stepsAt(transitions, id).length }),
      confirm: t('editor.remove'),
      danger: true,
    })
    if (!isSure) return
    const left = withoutStage(policy, id)
    setStates(left.states)
    setTransitions(left.transitions)
    if (chosen === id) setChosen(null)
    setTimeout(() => adding.current?.focus())
  }
  const removeStep = (id: string) => {
    setTransitions(transitions.filter((step) => step.id !== id))
    setTimeout(() => adding.current?.focus())
  }
  return (
    <DraftFrame
      detail={detail}
      kind="workflow"
      policy={policy}
      body={() => ({ states, transitions })}
      label={t('editor.steps')}
      onDone={onDone}
      actions={
        <>
          <Button
            ref={adding}
            variant="default"
            onClick={() => setOpen({ kind: 'stage', stage: newStage(Date.now()) })}
          >
            {t('editor.addStage')}
          </Button>
          <Button
            variant="default"
            onClick={() => setOpen({ kind: 'step', step: newStep(policy, Date.now(), only?.id) })}
          >
            {t('editor.addStep')}
          </Button>
        </>
      }
    >
      {(problems) => (
        <>
          <div className={styles.drawn}>
            <div>
              <Diagram
                definition={policy}
                counts={NOBODY}
                chosen={chosen}
                onChoose={(id) => setChosen(id === chosen ? null : id)}
              />
            </div>
            <div>
              {only && (
                <p className={styles.line}>
                  {t('editor.onlyStage', { name: only.name[side()] })}
                  <Button size="compact-xs" variant="default" onClick={() => setChosen(null)}>
                    {t('editor.allStages')}
                  </Button>
                </p>
              )}
              <StagesTable
                policy={policy}
                shown={only ? [only] : states}
                problems={problems}
                onEdit={(stage) => setOpen({ kind: 'stage', stage })}
                onRemove={(stage) => void removeStage(stage)}
              />
              <TransitionsTable
                policy={policy}
                shown={only ? stepsAt(transitions, only.id) : transitions}
                problems={problems}
                onEdit={(step) => setOpen({ kind: 'step', step })}
                onRemove={removeStep}
              />
            </div>
          </div>
          {open?.kind === 'step' && (
            <StepEditForm
              step={open.step}
              policy={policy}
              problems={problems}
              onTake={(step) => {
                setTransitions(put(transitions, step))
                setOpen(null)
              }}
              onClose={() => setOpen(null)}
            />
          )}
          {open?.kind === 'stage' && (
            <StageForm
              stage={open.stage}
              isNew={!states.some(({ id }) => id === open.stage.id)}
              problems={problems}
              onTake={(stage) => {
                setStates(putStage(states, stage))
                setOpen(null)
              }}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
    </DraftFrame>
  )
}

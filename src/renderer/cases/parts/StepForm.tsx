import { Button, Group } from '@mantine/core'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { CaseView, NextAction } from '../../../shared/cases/views.ts'
import type { ReplyCase, StepData } from '../../../shared/workflow/model.ts'
import type { TemplateValues } from '../../../shared/workflow/templates.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { isField, useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { initialData, sentData } from '../next-actions.ts'
import { type Kept, kept, STEP_DRAFT, stepSubject } from '../step-draft.ts'
import { ByOthers } from './ByOthers.tsx'
import { Proposal } from './Proposal.tsx'
import styles from './page.module.css'
import { StepField } from './StepField.tsx'
import { TemplateField } from './TemplateField.tsx'
import { useMeanwhile } from './use-meanwhile.ts'

type Props = {
  view: CaseView
  action: NextAction
  /** False when others brought the case to where the step is not possible any more. */
  isHere: boolean
  /** Told of the step while its form is being written, and of nothing when it is not. */
  onHold: (action: NextAction | null) => void
}

/** The form of one step; what earlier steps have recorded is not asked again. */
export function StepForm({ view, action, isHere, onHold }: Props) {
  const t = useT('cases')
  const nameOf = useName()
  const [initial] = useState<Kept>(() => ({ seq: null, data: initialData(action, view, Date.now()) }))
  const draft = useDraft<Kept>(STEP_DRAFT, stepSubject(view.id, action.id), { initial, shape: kept })
  const { seq, data } = draft.value
  const meanwhile = useMeanwhile(view, seq)
  const isWritten = seq !== null
  useEffect(() => onHold(isWritten ? action : null), [isWritten, action, onHold])
  const form = useRef<HTMLFormElement>(null)
  const step = useCommand('cases.advance', { quiet: true })
  const fields = action.fields.filter((field) => !action.recorded.includes(field.name))
  const recorded = action.fields.filter((field) => action.recorded.includes(field.name))
  const take = async () => {
    // What others did is looked at first: the panel beside the form asks for it.
    if (meanwhile.others.length > 0) return
    const { seq: expectedSeq } = meanwhile
    const result = await step.run({ id: view.id, step: action.id, data: sentData(data), expectedSeq })
    if (!result.ok) return
    await draft.discard()
    tellDone(t('page.taken', { name: nameOf(action.name) }))
  }
  // Applying is handing in: the next round knows that nothing of others is unseen any more.
  const [applied, setApplied] = useState<number | null>(null)
  useEffect(() => {
    if (applied === null || applied !== seq) return
    setApplied(null)
    form.current?.requestSubmit()
  }, [applied, seq])
  const fill = (more: StepData) => {
    draft.set((old) => ({ seq: old.seq ?? view.lastSeq, data: { ...old.data, ...more } }))
    if (step.failure) step.clear()
  }
  useShortcut(
    {
      ...{ id: 'cases.take', keys: 'mod+enter', label: t('page.take'), group: t('title'), always: true },
      // Whoever writes elsewhere on the page means that text, not the next step.
      when: () => form.current?.contains(document.activeElement) === true || !isField(document.activeElement),
    },
    () => void take(),
  )
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      {action.emits.includes('assigned') && view.kind === 'complaint' && <Proposal view={view} onPropose={fill} />}
      {fields.length > 0 && (
        <div className={styles.stepFields}>
          {fields.map((field) => (
            <Fragment key={field.name}>
              {field.name === 'resultFeedback' && <Wording view={view} data={data} onFill={fill} />}
              <StepField
                field={field}
                value={data[field.name] ?? null}
                error={step.fieldErrors[`data.${field.name}`]}
                isExcused={field.unless !== undefined && Boolean(data[field.unless] ?? view.recorded[field.unless])}
                onChange={(value) => fill({ [field.name]: value })}
              />
            </Fragment>
          ))}
        </div>
      )}
      {recorded.length > 0 && (
        <p className={styles.none}>
          {t('page.recorded', { fields: recorded.map((field) => nameOf(field.label)).join(' · ') })}
        </p>
      )}
      {step.failure && step.failure.code !== 'INVALID_INPUT' && meanwhile.others.length === 0 && (
        <FailureAlert failure={step.failure} />
      )}
      <ByOthers
        view={view}
        meanwhile={meanwhile}
        refusal={isHere ? reasonOf(action) : t('meanwhile.gone')}
        onApply={() => {
          draft.set((old) => ({ ...old, seq: view.lastSeq }))
          setApplied(view.lastSeq)
        }}
        onDrop={() => {
          step.clear()
          void draft.discard()
        }}
      />
      <Group justify="space-between" mt="xs">
        <DraftHint draft={draft} />
        <Button
          type="submit"
          loading={step.isBusy}
          disabled={meanwhile.others.length > 0}
          rightSection={<KeyHint keys="mod+enter" onBar />}
        >
          {nameOf(action.name)}
        </Button>
      </Group>
    </form>
  )
}

/** Why a step is not possible now; nothing while it is. */
const reasonOf = ({ isAllowed, reason, reasonParams }: NextAction) =>
  isAllowed ? undefined : failureText({ code: 'RULE', rule: reason ?? '', params: reasonParams })

const REPLIES: readonly ReplyCase[] = ['solved', 'answer', 'thanks']

/** S2-66..72: a wording for what the customer is told, filled from what the form says so far. */
function Wording({ view, data, onFill }: Pick<Props, 'view'> & { data: StepData; onFill: (more: StepData) => void }) {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  const values: TemplateValues = {
    measures: text('measures'),
    cause: text('causeText'),
    prevention: text('prevention'),
  }
  return (
    <TemplateField
      view={view}
      about={REPLIES}
      values={values}
      onFill={(resultFeedback) => onFill({ resultFeedback })}
    />
  )
}

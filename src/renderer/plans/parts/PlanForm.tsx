import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { PlansView } from '../../../shared/plans/model.ts'
import { PRINCIPLE_NAMES, PRINCIPLES } from '../../../shared/plans/words.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useRecordForm } from '../../ui/use-record-form.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { draftOfPlan, type PlanDraft, planDraftOf, sentPlan, writtenPlan } from '../plan-draft.ts'
import { usePlanWords } from '../plan-words.ts'
import { MilestoneRows } from './MilestoneRows.tsx'
import { TemplateButton } from './TemplateButton.tsx'

type Props = { view: PlansView; isRevision: boolean; onClose: () => void }
type LongName = 'cause' | 'demand' | 'direction' | 'measures' | 'communication'

/** S2-99..106: a plan; a revision of an approved one says why. */
export function PlanForm({ view, isRevision, onClose }: Props) {
  const t = useT('plans')
  const u = useT('ui')
  const nameOf = useName()
  const { offeredDeskNames } = useClasses()
  const now = { ...planDraftOf(view), reason: '' }
  const record = useRecordForm(draftOfPlan(view.caseId), { now, seq: view.lastSeq, shape: writtenPlan })
  const { reason, ...form } = record.form
  const words = usePlanWords(view)
  const draft = useCommand('plans.draft')
  const revise = useCommand('plans.revise')
  const { fieldErrors, isBusy } = isRevision ? revise : draft
  const change: (to: Partial<PlanDraft>) => void = record.change
  const plan = sentPlan(form)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!plan || record.isHeld) return
    const about = { ...plan, id: view.caseId, expectedSeq: record.expectedSeq }
    const result = await (isRevision ? revise.run({ ...about, reason }) : draft.run(about))
    if (!result.ok) return
    await record.draft.discard()
    tellDone(t('said.saved'))
    onClose()
  }
  const long = (name: LongName, minRows = 1) => (
    <TextArea
      className={styles.wide ?? ''}
      withAsterisk
      minRows={minRows}
      maxRows={8}
      label={t(`fields.${name}`)}
      value={form[name]}
      error={fieldErrors[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <form className={styles.form} aria-label={t('title')} onSubmit={(event) => void save(event)}>
      <TemplateButton caseId={view.caseId} draft={form} onFill={change} />
      {long('cause')}
      {long('demand')}
      {long('direction')}
      {long('measures', 2)}
      <MomentField
        label={t('fields.deadlineAt')}
        withAsterisk
        value={form.deadlineAt}
        onChange={(deadlineAt) => change({ deadlineAt })}
      />
      <Select
        label={t('fields.department')}
        withAsterisk
        searchable
        value={form.department}
        data={choicesOf(offeredDeskNames, nameOf)}
        onChange={(department) => change({ department })}
      />
      <PersonField
        label={t('fields.responsible')}
        withAsterisk
        value={form.responsibleId}
        onChange={(responsibleId) => change({ responsibleId })}
      />
      <TextInput
        label={t('fields.people')}
        value={form.people}
        onChange={(event) => change({ people: event.currentTarget.value })}
      />
      <YuanField label={t('fields.amount')} value={form.amountFen} onChange={(amountFen) => change({ amountFen })} />
      <NumberInput
        label={t('fields.miles')}
        hideControls
        min={0}
        allowDecimal={false}
        value={form.miles ?? ''}
        onChange={(miles) => change({ miles: typeof miles === 'number' ? miles : null })}
      />
      {long('communication')}
      <MilestoneRows milestones={form.milestones} onChange={(milestones) => change({ milestones })} />
      <fieldset className={`${styles.wide} ${styles.form}`} aria-label={t('fields.principles')}>
        <div className={`${styles.wide} ${styles.ticks}`}>
          {PRINCIPLES.map((name) => (
            <Checkbox
              key={name}
              label={nameOf(PRINCIPLE_NAMES[name])}
              checked={form.principles[name]}
              onChange={(event) => change({ principles: { ...form.principles, [name]: event.currentTarget.checked } })}
            />
          ))}
        </div>
      </fieldset>
      {isRevision && (
        <TextArea
          className={styles.wide ?? ''}
          withAsterisk
          label={t('fields.reason')}
          description={t('revisionHint')}
          value={reason}
          onChange={(event) => record.change({ reason: event.currentTarget.value })}
        />
      )}
      {record.isHeld && <div className={styles.wide}>{record.notice(words, onClose)}</div>}
      <div className={`${styles.wide} ${styles.buttons}`}>
        <DraftHint draft={record.draft} />
        <Button
          variant="default"
          onClick={() => {
            void record.draft.discard()
            onClose()
          }}
        >
          {u('actions.cancel')}
        </Button>
        <Button
          type="submit"
          loading={isBusy}
          disabled={plan === null || record.isHeld || (isRevision && reason.trim() === '')}
        >
          {t('actions.save')}
        </Button>
      </div>
    </form>
  )
}

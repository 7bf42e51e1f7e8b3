import { TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { CaseView } from '../../../shared/cases/views.ts'
import type { UserId } from '../../../shared/ids.ts'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { fromField, toField } from '../times.ts'
import { Save } from './ActSave.tsx'
import { AssessForm } from './AssessForm.tsx'
import { ContactForm } from './ContactForm.tsx'
import styles from './page.module.css'
import { RevisitForm } from './RevisitForm.tsx'
import { ShareForm } from './ShareForm.tsx'
import { SplitForm } from './SplitForm.tsx'
import { UnmergeForm } from './UnmergeForm.tsx'
import { UserField } from './UserField.tsx'

type ActKind = 'note' | 'contact' | 'followUp' | 'assign' | 'assess' | 'share' | 'split' | 'revisit' | 'unmerge'

/** What may be recorded now: some things only while a case is open, others only after its end. */
function actsFor(view: CaseView, isLead: boolean): ActKind[] {
  if (view.isOpen) {
    const ofComplaint: ActKind[] = view.kind === 'complaint' ? ['assess', 'share', 'split'] : ['share']
    return ['note', 'contact', 'followUp', 'assign', ...ofComplaint]
  }
  const isMerged = view.events.findLast(({ toState }) => toState !== null)?.data.before !== undefined
  return ['note', 'contact', ...(isMerged && isLead ? (['unmerge'] as const) : []), 'revisit', 'share']
}

/** What can be recorded beside the next step: a note, a contact, something to do later, another owner, an assessment. */
export function Act({ view }: { view: CaseView }) {
  const t = useT('cases')
  const role = useSession((session) => session.user?.role)
  const [chosen, setKind] = useState<ActKind>('note')
  const acts = actsFor(view, role !== 'agent')
  const kind = acts.includes(chosen) ? chosen : 'note'
  return (
    <>
      <fieldset className={`${styles.ways} ${styles.acts}`} aria-label={t('page.act')}>
        {acts.map((one) => (
          <UnstyledButton
            key={one}
            className={styles.way ?? ''}
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          >
            {t(`act.${one}`)}
          </UnstyledButton>
        ))}
      </fieldset>
      <div>
        <Form kind={kind} view={view} />
      </div>
    </>
  )
}

function Form({ kind, view }: { kind: ActKind; view: CaseView }) {
  switch (kind) {
    case 'note':
      return <NoteForm view={view} />
    case 'contact':
      return <ContactForm view={view} />
    case 'followUp':
      return <FollowUpForm view={view} />
    case 'assign':
      return <AssignForm view={view} />
    case 'assess':
      return <AssessForm key={view.lastSeq} view={view} />
    case 'share':
      return <ShareForm view={view} />
    case 'split':
      return <SplitForm view={view} />
    case 'revisit':
      return <RevisitForm view={view} />
    case 'unmerge':
      return <UnmergeForm view={view} />
  }
}

function NoteForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const q = useT('queue')
  const draft = useDraft('case-note', view.id, KEPT_TEXT)
  const text = draft.value
  const note = useCommand('cases.note')
  const save = async () => (await note.run({ id: view.id, text })).ok
  return (
    <>
      <TextArea
        aria-label={t('act.text')}
        placeholder={q('marks.hint')}
        minRows={2}
        maxRows={8}
        value={text}
        readOnly={!draft.isReady}
        error={note.fieldErrors.text}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <Save isBusy={note.isBusy} isReady={text.trim() !== ''} onSave={save} draft={draft} />
    </>
  )
}

const followUp = z.object({ dueAt: z.number().nullable(), text: z.string(), ownerId: z.string().nullable() })
type FollowUp = z.infer<typeof followUp>

function FollowUpForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const draft = useDraft('case-follow-up', view.id, {
    initial: { dueAt: null, text: '', ownerId: view.ownerId },
    shape: followUp,
  })
  const { dueAt, text, ownerId } = draft.value
  const set = (change: Partial<FollowUp>) => draft.set((old) => ({ ...old, ...change }))
  const plan = useCommand('cases.followUp')
  const save = async () => (await plan.run({ id: view.id, dueAt: dueAt ?? 0, text, ownerId })).ok
  return (
    <>
      <div className={styles.stepFields}>
        <TextInput
          type="datetime-local"
          label={t('act.dueAt')}
          withAsterisk
          value={toField(dueAt)}
          onChange={(event) => set({ dueAt: fromField(event.currentTarget.value) })}
        />
        <UserField label={t('columns.owner')} value={ownerId} onChange={(owner) => set({ ownerId: owner })} />
        <TextInput
          className={styles.wide ?? ''}
          label={t('act.what')}
          withAsterisk
          value={text}
          readOnly={!draft.isReady}
          error={plan.fieldErrors.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <Save isBusy={plan.isBusy} isReady={dueAt !== null && text.trim() !== ''} onSave={save} draft={draft} />
    </>
  )
}

function AssignForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const draft = useDraft('case-assign', view.id, KEPT_TEXT)
  const reason = draft.value
  const assign = useCommand('cases.assign')
  const save = async () => {
    const { ok } = await assign.run({
      id: view.id,
      ownerId: (ownerId ?? '') as UserId,
      reason,
      expectedSeq: view.lastSeq,
    })
    if (ok) setOwnerId(null)
    return ok
  }
  return (
    <>
      <div className={styles.stepFields}>
        <UserField label={t('act.newOwner')} withAsterisk value={ownerId} onChange={setOwnerId} />
        <TextInput
          className={styles.wide ?? ''}
          label={t('act.why')}
          withAsterisk
          value={reason}
          readOnly={!draft.isReady}
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
      </div>
      <Save isBusy={assign.isBusy} isReady={ownerId !== null} onSave={save} draft={draft} />
    </>
  )
}

import { TextInput, UnstyledButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { z } from 'zod'
import type { CaseView } from '../../../shared/cases/views.ts'
import type { UserId } from '../../../shared/ids.ts'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { useKeyTitle } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { fromField, toField } from '../times.ts'
import { Save } from './ActSave.tsx'
import { AssessForm } from './AssessForm.tsx'
import { ByOthers } from './ByOthers.tsx'
import { ContactForm } from './ContactForm.tsx'
import styles from './page.module.css'
import { RevisitForm } from './RevisitForm.tsx'
import { ShareForm } from './ShareForm.tsx'
import { SplitForm } from './SplitForm.tsx'
import { UnmergeForm } from './UnmergeForm.tsx'
import { UserField } from './UserField.tsx'
import { useMeanwhile } from './use-meanwhile.ts'

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
  const form = useRef<HTMLDivElement>(null)
  const choose = (one: ActKind) => {
    setKind(one)
    // The form of another act is there after the next paint.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('textarea, input, button')?.focus())
  }
  return (
    <>
      <fieldset className={`${styles.ways} ${styles.acts}`} aria-label={t('page.act')}>
        {acts.map((one) => (
          <ActButton
            key={one}
            act={one}
            isChosen={one === kind}
            onChoose={() => setKind(one)}
            onKey={() => choose(one)}
          />
        ))}
      </fieldset>
      <div ref={form}>
        <Form kind={kind} view={view} />
      </div>
    </>
  )
}

/** The key of an act; none for what is done once in a long while. */
const KEYS: Record<ActKind, string> = {
  note: 'alt+shift+1',
  contact: 'alt+shift+2',
  followUp: 'alt+shift+3',
  assign: 'alt+shift+4',
  assess: 'alt+shift+5',
  share: 'alt+shift+6',
  split: 'alt+shift+7',
  revisit: 'alt+shift+8',
  unmerge: '',
}

type ActButtonProps = { act: ActKind; isChosen: boolean; onChoose: () => void; onKey: () => void }

/** Chooses an act; its key goes to the first field of the form besides, also from a field of another. */
function ActButton({ act, isChosen, onChoose, onKey }: ActButtonProps) {
  const t = useT('cases')
  const label = t(`act.${act}`)
  const title = useKeyTitle(label, KEYS[act])
  useShortcut({ id: `cases.act.${act}`, keys: KEYS[act], label, group: t('page.act') }, onKey)
  return (
    <UnstyledButton className={styles.way ?? ''} aria-pressed={isChosen} title={title} onClick={onChoose}>
      {label}
    </UnstyledButton>
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
      return <AssessForm view={view} />
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
          error={plan.fieldErrors.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <Save isBusy={plan.isBusy} isReady={dueAt !== null && text.trim() !== ''} onSave={save} draft={draft} />
    </>
  )
}

const handOver = z.object({ seq: z.number().nullable(), ownerId: z.string().nullable(), reason: z.string() })
type HandOver = z.infer<typeof handOver>
const NOBODY_YET: HandOver = { seq: null, ownerId: null, reason: '' }

function AssignForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const draft = useDraft('case-assign', view.id, { initial: NOBODY_YET, shape: handOver })
  const { seq, ownerId, reason } = draft.value
  const set = (change: Partial<HandOver>) => draft.set((old) => ({ ...old, seq: old.seq ?? view.lastSeq, ...change }))
  const meanwhile = useMeanwhile(view, seq)
  const assign = useCommand('cases.assign')
  const save = async () => {
    const input = { id: view.id, ownerId: (ownerId ?? '') as UserId, reason, expectedSeq: meanwhile.seq }
    const result = await assign.run(input)
    return result.ok
  }
  return (
    <>
      <div className={styles.stepFields}>
        <UserField label={t('act.newOwner')} withAsterisk value={ownerId} onChange={(to) => set({ ownerId: to })} />
        <TextInput
          className={styles.wide ?? ''}
          label={t('act.why')}
          withAsterisk
          value={reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </div>
      <ByOthers
        view={view}
        meanwhile={meanwhile}
        onApply={() => set({ seq: view.lastSeq })}
        onDrop={() => void draft.discard()}
      />
      <Save
        isBusy={assign.isBusy}
        isReady={ownerId !== null && meanwhile.others.length === 0}
        onSave={save}
        draft={draft}
      />
    </>
  )
}

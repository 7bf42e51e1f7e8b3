import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { UserId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { TodoView } from '../../../shared/todos/contract.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

const NONE = z.string().default('')
const shape = z.object({ title: z.string(), detail: z.string(), caseNumber: NONE, card: NONE })

/** A new to-do, or what an open one says. */
export function TodoForm({ todo, onClose }: { todo: TodoView | null; onClose: () => void }) {
  const t = useT('todos')
  const me = useSession((state) => state.user)
  const draft = useDraft('todo', todo?.id ?? 'new', {
    initial: { title: todo?.title ?? '', detail: todo?.detail ?? '', caseNumber: '', card: '' },
    shape,
  })
  const { title, detail, caseNumber, card } = draft.value
  const set = (change: Partial<typeof draft.value>) => draft.set((old) => ({ ...old, ...change }))
  const [dueAt, setDue] = useState<Instant | null>(todo?.dueAt ?? null)
  const [remindAt, setRemind] = useState<Instant | null>(todo?.remindAt ?? null)
  const [userId, setUser] = useState<UserId | null>(todo?.userId ?? me?.id ?? null)
  const add = useCommand('todos.add', { quiet: true })
  const change = useCommand('todos.change', { quiet: true })
  const isLead = me?.role !== 'agent'
  const save = async () => {
    if (userId === null) return
    const about = { title, detail, dueAt, remindAt }
    const done = todo
      ? await change.run({ id: todo.id, ...about })
      : await add.run({ ...about, userId, caseNumber, card })
    if (!done.ok) return
    await draft.discard()
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t(todo ? 'edit' : 'add')}
      save={t(todo ? 'edit' : 'add')}
      failure={add.failure ?? change.failure}
      isBusy={add.isBusy || change.isBusy}
      isReady={title.trim() !== '' && userId !== null}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={200}
        label={t('fields.title')}
        value={title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextArea
        minRows={2}
        maxLength={2000}
        label={t('fields.detail')}
        value={detail}
        onChange={(event) => set({ detail: event.currentTarget.value })}
      />
      <DraftHint draft={draft} />
      <FieldRow>
        <MomentField label={t('fields.due')} value={dueAt} onChange={setDue} />
        <MomentField label={t('fields.remind')} value={remindAt} onChange={setRemind} />
      </FieldRow>
      {!todo && isLead && <PersonField required label={t('fields.for')} value={userId} onChange={setUser} />}
      {!todo && (
        <FieldRow>
          <TextInput
            maxLength={40}
            label={t('fields.case')}
            value={caseNumber}
            onChange={(event) => set({ caseNumber: event.currentTarget.value })}
          />
          <TextInput
            maxLength={40}
            label={t('fields.card')}
            value={card}
            onChange={(event) => set({ card: event.currentTarget.value })}
          />
        </FieldRow>
      )}
    </FormDialog>
  )
}

import { Alert, Button, Modal, Select } from '@mantine/core'
import type { FormEvent } from 'react'
import type { MemberBasics } from '../../../shared/members/model.ts'
import { MEMBER_STATUS_NAMES, MEMBER_STATUSES } from '../../../shared/members/words.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { changesOf, draftOf, type MemberDraft, memberDraft } from '../draft.ts'
import styles from '../members.module.css'
import { MemberFields } from './MemberFields.tsx'

type Props = { member: MemberBasics; isOpen: boolean; onClose: () => void; onSaved: () => void }

/** Changes a file; only what was changed is sent, so that two people can work on different parts. */
export function EditMember({ member, isOpen, onClose, onSaved }: Props) {
  const t = useT('members')
  const u = useT('ui')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={`${t('form.editTitle')} · ${member.name}`}
      size={760}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      {isOpen && <EditForm key={member.updatedAt} member={member} onClose={onClose} onSaved={onSaved} />}
    </Modal>
  )
}

const UNDER = 'changes.'

function EditForm({ member, onClose, onSaved }: Omit<Props, 'isOpen'>) {
  const t = useT('members')
  const u = useT('ui')
  const nameOf = useName()
  const save = useCommand('members.update', { quiet: true })
  // Kept for this state of the file only: text written over an older one would undo what others changed since.
  const form = useDraft('member-edit', `${member.id} ${member.updatedAt}`, {
    initial: draftOf(member),
    shape: memberDraft,
  })
  const draft = form.value
  const set = (change: Partial<MemberDraft>) => form.set((old) => ({ ...old, ...change }))
  const changes = changesOf(draft, member)
  const isConflict = save.failure?.code === 'CONFLICT'
  const errors = Object.fromEntries(
    Object.entries(save.fieldErrors).map(([path, text]) => [path.replace(UNDER, ''), text]),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (changes === undefined) return onClose()
    const result = await save.run({ id: member.id, updatedAt: member.updatedAt, changes })
    if (!result.ok) return
    await form.discard()
    tellDone(t('file.saved'))
    onClose()
    onSaved()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {isConflict ? (
        <Alert color="orange" role="alert">
          {t('form.conflict')}{' '}
          <Button size="compact-xs" variant="default" onClick={onSaved}>
            {t('file.refresh')}
          </Button>
        </Alert>
      ) : (
        <FailureAlert failure={save.failure} />
      )}
      <fieldset className={styles.fields}>
        <MemberFields draft={draft} kept={member} set={set} errors={errors} />
        <Select
          label={t('file.status')}
          w={160}
          value={draft.status}
          onChange={(value) => set({ status: MEMBER_STATUSES.find((status) => status === value) ?? 'active' })}
          data={MEMBER_STATUSES.map((status) => ({ value: status, label: nameOf(MEMBER_STATUS_NAMES[status]) }))}
        />
      </fieldset>
      <div className={styles.buttons}>
        <DraftHint draft={form} />
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={save.isBusy} disabled={changes === undefined}>
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}

import { Button, Modal, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { EMPTY_DRAFT, type MemberDraft, newMemberOf } from '../draft.ts'
import styles from '../members.module.css'
import { MemberFields } from './MemberFields.tsx'

type Props = { isOpen: boolean; onClose: () => void; onCreated: (id: MemberId) => void }

/** Opens a file for a member; a lead or manager may put the member on the VIP list at once. */
export function CreateMember({ isOpen, onClose, onCreated }: Props) {
  const t = useT('members')
  const u = useT('ui')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('form.createTitle')}
      size={760}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      {isOpen && <CreateForm onClose={onClose} onCreated={onCreated} />}
    </Modal>
  )
}

function CreateForm({ onClose, onCreated }: Omit<Props, 'isOpen'>) {
  const t = useT('members')
  const u = useT('ui')
  const save = useCommand('members.create', { quiet: true })
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const set = (change: Partial<MemberDraft>) => setDraft((old) => ({ ...old, ...change }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await save.run(newMemberOf(draft))
    if (!result.ok) return
    tellDone(t('file.saved'))
    onClose()
    onCreated(result.value.id)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <FailureAlert failure={save.failure} />
      <TextInput
        label={t('file.card')}
        data-autofocus
        value={draft.card}
        error={save.fieldErrors.card}
        onChange={(event) => set({ card: event.currentTarget.value })}
      />
      <MemberFields draft={draft} set={set} errors={save.fieldErrors} />
      <VipFields draft={draft} set={set} errors={save.fieldErrors} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={save.isBusy}>
          {u('actions.save')}
        </Button>
      </div>
      <KeepLines kind="member-new-lines" subject="new" />
    </form>
  )
}

type VipProps = { draft: MemberDraft; set: (change: Partial<MemberDraft>) => void; errors: Record<string, string> }

function VipFields({ draft, set, errors }: VipProps) {
  const t = useT('members')
  const u = useT('ui')
  const role = useSession((state) => state.user?.role)
  if (!LEAD_ROLES.some((each) => each === role)) return null
  return (
    <FieldRow>
      <Select
        label={t('form.tier')}
        description={t('form.tierHint')}
        value={draft.tier}
        onChange={(value) => set({ tier: MEMBER_TIERS.find((tier) => tier === value) ?? 'none' })}
        data={MEMBER_TIERS.map((tier) => ({ value: tier, label: u(`tiers.${tier}`) }))}
      />
      {draft.tier !== 'none' && (
        <TextInput
          label={t('form.vipReason')}
          description=" "
          value={draft.vipReason}
          error={errors.vipReason}
          onChange={(event) => set({ vipReason: event.currentTarget.value })}
        />
      )}
    </FieldRow>
  )
}

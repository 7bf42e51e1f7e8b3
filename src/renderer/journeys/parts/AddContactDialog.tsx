import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { useCommand } from '../../use-command.ts'

/** One more contact during the trip, by somebody of the desk. */
export function AddContactDialog({ tripId, onClose }: { tripId: string; onClose: () => void }) {
  const t = useT('journeys')
  const u = useT('ui')
  const user = useSession((session) => session.user)
  const [dueAt, setDueAt] = useState<Instant | null>(null)
  const [ownerId, setOwnerId] = useState<UserId | null>(user?.id ?? null)
  const add = useCommand('journeys.addContact', { quiet: true })
  return (
    <FormDialog
      keep={null}
      title={t('contacts.addTitle')}
      save={u('actions.save')}
      failure={add.failure}
      isBusy={add.isBusy}
      isReady={dueAt !== null && ownerId !== null}
      onSave={async () => {
        if (dueAt === null || ownerId === null) return
        const added = await add.run({ tripId, dueAt, ownerId })
        if (!added.ok) return
        tellDone(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <MomentField data-autofocus label={t('contacts.dueAt')} value={dueAt} onChange={setDueAt} />
      <PersonField label={t('contacts.owner')} value={ownerId} onChange={setOwnerId} />
    </FormDialog>
  )
}

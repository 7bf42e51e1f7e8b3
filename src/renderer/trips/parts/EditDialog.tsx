import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { TripFile } from '../../../shared/trips/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { useCommand } from '../../use-command.ts'

/** Name, owner, place and days of a trip. */
export function EditDialog({ trip, onClose }: { trip: TripFile; onClose: () => void }) {
  const t = useT('trips')
  const [about, setAbout] = useState({
    title: trip.title,
    destination: trip.destination,
    startsOn: trip.startsOn,
    endsOn: trip.endsOn,
  })
  const [ownerId, setOwner] = useState<UserId | null>(trip.ownerId)
  const change = useCommand('trips.change', { quiet: true })
  const save = async () => {
    if (ownerId === null) return
    const saved = await change.run({ id: trip.id, ...about, ownerId, expectedSeq: trip.lastSeq })
    if (!saved.ok) return
    tellDone(t('saved'))
    onClose()
  }
  const put = (part: Partial<typeof about>) => setAbout({ ...about, ...part })
  return (
    <FormDialog
      keep={{ kind: 'trips-edit-lines', subject: trip.id }}
      title={t('edit')}
      save={t('edit')}
      failure={change.failure}
      isBusy={change.isBusy}
      isReady={about.title.trim() !== '' && ownerId !== null}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('fields.title')}
        withAsterisk
        value={about.title}
        error={change.fieldErrors.title}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <FieldRow>
        <TextInput
          label={t('fields.destination')}
          value={about.destination}
          error={change.fieldErrors.destination}
          onChange={(event) => put({ destination: event.currentTarget.value })}
        />
        <PersonField label={t('fields.owner')} withAsterisk value={ownerId} onChange={setOwner} />
        <DayField label={t('fields.startsOn')} value={about.startsOn} onChange={(startsOn) => put({ startsOn })} />
        <DayField label={t('fields.endsOn')} value={about.endsOn} onChange={(endsOn) => put({ endsOn })} />
      </FieldRow>
    </FormDialog>
  )
}

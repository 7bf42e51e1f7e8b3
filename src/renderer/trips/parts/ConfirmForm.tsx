import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { TripFile } from '../../../shared/trips/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../trips.module.css'
import { FormEnds } from './FormEnds.tsx'

/** Writes the booking confirmation: the bookings come from the trip, the things to note from a person; shown as it will read. */
export function ConfirmForm({ trip, onDone }: { trip: TripFile; onDone: () => void }) {
  const t = useT('trips')
  const [notes, setNotes] = useState('')
  const [shown] = useDebouncedValue(notes, 400)
  const { data } = useQuery('trips.confirmation', { id: trip.id, notes: shown })
  const confirm = useCommand('trips.confirm', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await confirm.run({ id: trip.id, notes })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('notice.write')} noValidate onSubmit={(event) => void save(event)}>
      <TextArea
        keep={{ kind: 'trips-confirm-form-notes', subject: trip.id }}
        className={record.wide ?? ''}
        minRows={2}
        label={t('notice.notes')}
        withAsterisk
        value={notes}
        error={confirm.fieldErrors.notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {data && (
        <section className={`${record.wide} ${styles.letter}`} aria-label={t('notice.preview')}>
          {data.text}
        </section>
      )}
      <FormEnds
        save={t('notice.write')}
        failure={confirm.failure}
        isBusy={confirm.isBusy}
        isReady={notes.trim() !== ''}
        onCancel={onDone}
      />
    </form>
  )
}

import { useState } from 'react'
import type { TripRow } from '../../../shared/trips/model.ts'
import { TRIP_STAGE_NAMES, type TripStage } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useMove } from '../use-move.ts'

export type Back = { trip: Pick<TripRow, 'id' | 'stage' | 'lastSeq'>; to: TripStage }

/** Asks why a trip goes back a stage. */
export function BackDialog({ trip, to, onClose }: Back & { onClose: () => void }) {
  const t = useT('trips')
  const nameOf = useName()
  const [reason, setReason] = useState('')
  const { move, isBusy } = useMove(() => {})
  const title = t('board.back', { stage: nameOf(TRIP_STAGE_NAMES[to]) })
  const save = async () => {
    if (await move(trip, to, reason.trim())) onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={title}
      save={title}
      failure={undefined}
      isBusy={isBusy}
      isReady={reason.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TextArea
        keep={{ kind: 'trips-back-dialog-back-reason', subject: trip.id }}
        data-autofocus
        label={t('board.backReason')}
        withAsterisk
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TripFile, TripProposal } from '../../../shared/trips/model.ts'
import { TRIP_CHANNEL_NAMES, type TripChannel } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** Records by which channel a version was offered to the customer. */
export function OfferForm({ trip, proposal }: { trip: TripFile; proposal: TripProposal }) {
  const t = useT('trips')
  const nameOf = useName()
  const [channel, setChannel] = useState<TripChannel>('email')
  const offer = useCommand('trips.offer')
  const save = async () => {
    const about = { id: trip.id, proposalId: proposal.id, channel, expectedSeq: trip.lastSeq }
    if ((await offer.run(about)).ok) tellDone(t('saved'))
  }
  return (
    <fieldset className={record.form} aria-label={t('proposal.offer')}>
      <ChoiceField
        label={t('fields.channel')}
        data={choicesOf(TRIP_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button loading={offer.isBusy} onClick={() => void save()}>
          {t('proposal.offer')}
        </Button>
      </div>
    </fieldset>
  )
}

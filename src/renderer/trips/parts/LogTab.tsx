import type { TripFile } from '../../../shared/trips/model.ts'
import { TRIP_ACTION_NAMES, TRIP_STAGE_NAMES, TRIP_STAGES } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Timeline } from '../../ui/Timeline.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'

/** Everything that was done for a trip, newest first. */
export function LogTab({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  const textOf = ({ action, text }: TripFile['events'][number]) => {
    const stage =
      action === 'advanced' || action === 'back' ? TRIP_STAGES.find((one) => text.startsWith(one)) : undefined
    return stage ? `${nameOf(TRIP_STAGE_NAMES[stage])} ${text.slice(stage.length)}`.trim() : text
  }
  return (
    <Timeline
      label={t('tabs.log')}
      items={trip.events.toReversed().map((event) => ({
        key: String(event.seq),
        at: event.at,
        title: namedBy(TRIP_ACTION_NAMES, event.action, nameOf),
        by: event.actorName,
        body: textOf(event),
      }))}
    />
  )
}

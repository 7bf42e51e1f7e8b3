import { Button } from '@mantine/core'
import { useState } from 'react'
import type { JourneyView } from '../../../shared/journeys/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EmergencyCard } from './EmergencyCard.tsx'
import { EmergencyDialog } from './EmergencyDialog.tsx'
import { Journey } from './Journey.tsx'
import styles from './journeys.module.css'

/** S4-61: what went wrong on the way, whom to call, what to do, and what was done. */
export function EmergencyTab({ tripId }: { tripId: string }) {
  return <Journey tripId={tripId}>{(journey) => <Emergencies journey={journey} />}</Journey>
}

function Emergencies({ journey: { tripId, emergencies, state } }: { journey: JourneyView }) {
  const t = useT('journeys')
  const [isRaising, setRaising] = useState(false)
  const running = emergencies.filter((one) => one.state !== 'ended').length
  return (
    <Section
      title={t('emergency.title')}
      actions={
        state === 'open' && (
          <Button size="compact-sm" color="red.8" onClick={() => setRaising(true)}>
            {t('emergency.raise')}
          </Button>
        )
      }
    >
      <div className={styles.tab}>
        {running > 0 && (
          <div role="status">
            <StateBadge tone="bad" label={t('emergency.running', { count: running })} />
          </div>
        )}
        {emergencies.length === 0 && <EmptyState title={t('emergency.empty')} text={t('emergency.emptyText')} />}
        {emergencies.map((one) => (
          <EmergencyCard key={one.id} emergency={one} />
        ))}
      </div>
      {isRaising && <EmergencyDialog tripId={tripId} onClose={() => setRaising(false)} />}
    </Section>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { JourneyService, JourneyView } from '../../../shared/journeys/model.ts'
import { SERVICE_KIND_NAMES, SERVICE_STATE_NAMES } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { SERVICE_TONES } from '../tones.ts'
import { Contacts } from './Contacts.tsx'
import { Journey } from './Journey.tsx'
import styles from './journeys.module.css'
import { ServiceDialog } from './ServiceDialog.tsx'

/** S4-07 S4-60: who looks after the travellers, and how the desk keeps in touch with them. */
export function ServiceTab({ tripId }: { tripId: string }) {
  return (
    <Journey tripId={tripId}>
      {(journey) => (
        <>
          <Services journey={journey} />
          <Contacts journey={journey} />
        </>
      )}
    </Journey>
  )
}

function Services({ journey: { tripId, services, state } }: { journey: JourneyView }) {
  const t = useT('journeys')
  const [edited, setEdited] = useState<JourneyService | 'new' | null>(null)
  const isOpen = state === 'open'
  return (
    <Section
      title={t('services.title')}
      actions={
        isOpen && (
          <Button size="compact-sm" variant="default" onClick={() => setEdited('new')}>
            {t('services.add')}
          </Button>
        )
      }
    >
      {services.length === 0 && <div className={record.faint}>{t('services.empty')}</div>}
      <ul className={styles.list} aria-label={t('services.title')}>
        {services.map((service) => (
          <Service key={service.id} service={service} onEdit={isOpen ? () => setEdited(service) : null} />
        ))}
      </ul>
      {edited !== null && (
        <ServiceDialog tripId={tripId} known={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  )
}

function Service({ service, onEdit }: { service: JourneyService; onEdit: (() => void) | null }) {
  const t = useT('journeys')
  const nameOf = useName()
  const { kind, name, person, contact, fromDay, toDay, state, remarks, changedAt, changedByName } = service
  const days = [fromDay, toDay].flatMap((day) => (day === null ? [] : dayText(day))).join(' – ')
  return (
    <li>
      <div className={flow.line}>
        <span className={styles.kind}>{nameOf(SERVICE_KIND_NAMES[kind])}</span>
        <strong>{name}</strong>
        {person !== '' && <span>{person}</span>}
        {contact !== '' && <span className="num">{contact}</span>}
        {days !== '' && <span className={record.faint}>{days}</span>}
        <StateBadge tone={SERVICE_TONES[state]} label={nameOf(SERVICE_STATE_NAMES[state])} />
        <span className={styles.push}>
          <span className={record.faint}>
            {t('checklist.by', { name: changedByName, time: dateTimeText(changedAt) })}
          </span>
          {onEdit && (
            <Button size="compact-xs" variant="subtle" aria-label={`${t('services.edit')} ${name}`} onClick={onEdit}>
              {t('services.edit')}
            </Button>
          )}
        </span>
      </div>
      {remarks !== '' && <p className={flow.text}>{remarks}</p>}
    </li>
  )
}

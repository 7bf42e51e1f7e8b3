import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TripFile, TripNeed } from '../../../shared/trips/model.ts'
import { REQUIRED_FIELDS, SHEET_FIELDS, type SheetField } from '../../../shared/trips/sheet.ts'
import { TRIP_CHANNEL_NAMES } from '../../../shared/trips/words.ts'
import { wishValueName } from '../../../shared/wishes/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { countText, dayText, moneyText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { AskForm } from './AskForm.tsx'
import { NeedForm } from './NeedForm.tsx'

type Said = Pick<TripNeed, SheetField>

/** What was asked and what is wanted, from every conversation (S4-01, S4-02, S4-52, S4-53). */
export function NeedsTab({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const [doing, setDoing] = useState<'ask' | 'need' | null>(null)
  const isOpen = trip.state === 'open'
  const toggle = (one: 'ask' | 'need') => setDoing(doing === one ? null : one)
  return (
    <>
      <Section
        title={t('needs.title')}
        level={2}
        actions={
          isOpen && (
            <Button variant="default" aria-pressed={doing === 'need'} onClick={() => toggle('need')}>
              {t('needs.add')}
            </Button>
          )
        }
      >
        <Sheet trip={trip} />
        {doing === 'need' && <NeedForm trip={trip} onDone={() => setDoing(null)} />}
      </Section>
      <Section
        title={t('enquiry.title')}
        level={2}
        actions={
          isOpen && (
            <Button variant="default" aria-pressed={doing === 'ask'} onClick={() => toggle('ask')}>
              {t('enquiry.add')}
            </Button>
          )
        }
      >
        {doing === 'ask' && <AskForm id={trip.id} onDone={() => setDoing(null)} />}
        <Enquiries trip={trip} />
      </Section>
      <Section title={t('needs.log')} level={2}>
        <Contributions trip={trip} />
      </Section>
    </>
  )
}

function useSaid() {
  const t = useT('trips')
  const nameOf = useName()
  return (said: Said, field: SheetField): string => {
    if (field === 'startsOn' || field === 'endsOn') return said[field] === null ? '' : dayText(said[field])
    if (field === 'lodging' || field === 'transport')
      return said[field] === null ? '' : nameOf(wishValueName(field, said[field]))
    if (field === 'budgetFen') return said.budgetFen === null ? '' : moneyText(said.budgetFen)
    if (field === 'travellers') return said.travellers === null ? '' : countText(said.travellers)
    return said.destination ?? t('fields.none')
  }
}

function Sheet({ trip: { sheet } }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  const textOf = useSaid()
  const facts = SHEET_FIELDS.map((field) => {
    const source = sheet.sources[field]
    const isWanted = REQUIRED_FIELDS.some((one) => one === field)
    return {
      label: t(`fields.${field}`),
      value: source ? (
        <>
          {textOf(sheet, field)}{' '}
          <span className={record.faint}>{t('needs.from', { channel: nameOf(TRIP_CHANNEL_NAMES[source]) })}</span>
        </>
      ) : (
        <StateBadge tone={isWanted ? 'warn' : 'neutral'} label={t('needs.missing')} />
      ),
    }
  })
  return <Facts facts={facts} columns={3} />
}

function Enquiries({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  if (trip.enquiries.length === 0) return <div className={record.faint}>{t('enquiry.none')}</div>
  return (
    <ul className={record.list}>
      {trip.enquiries.toReversed().map((one) => (
        <li key={one.id}>
          <div className={record.line}>
            <StateBadge tone="info" label={nameOf(TRIP_CHANNEL_NAMES[one.channel])} />
            <span className={record.faint}>{one.recordedByName}</span>
            <span className={record.push}>
              <InstantText at={one.askedAt} />
            </span>
          </div>
          <Facts
            columns={2}
            facts={(['product', 'price', 'itinerary', 'answer'] as const)
              .filter((field) => one[field] !== '')
              .map((field) => ({ label: t(`enquiry.${field}`), value: one[field] }))}
          />
        </li>
      ))}
    </ul>
  )
}

function Contributions({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  const textOf = useSaid()
  if (trip.needs.length === 0) return <div className={record.faint}>{t('needs.none')}</div>
  return (
    <ul className={record.list}>
      {trip.needs.toReversed().map((one) => (
        <li key={one.id} className={record.line}>
          <span className={record.faint}>
            {t('needs.by', { channel: nameOf(TRIP_CHANNEL_NAMES[one.channel]), name: one.recordedByName })}
          </span>
          <span>
            {[...SHEET_FIELDS.filter((field) => one[field] !== null).map((field) => textOf(one, field)), one.note]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
          <span className={record.push}>
            <InstantText at={one.saidAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_CHANNEL_NAMES } from '../../../shared/cases/axes.ts'
import type { JourneyContact } from '../../../shared/journeys/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { ContactDialog } from './ContactDialog.tsx'
import styles from './journeys.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'

type Props = { label: string; contacts: readonly JourneyContact[]; empty: string; isOpen: boolean }

/** Contacts with the travellers, each with what it came to. */
export function ContactList({ label, contacts, empty, isOpen }: Props) {
  if (contacts.length === 0) return <div className={record.faint}>{empty}</div>
  return (
    <ul className={styles.list} aria-label={label}>
      {contacts.map((contact) => (
        <Contact key={contact.id} contact={contact} isOpen={isOpen} />
      ))}
    </ul>
  )
}

function Contact({ contact, isOpen }: { contact: JourneyContact; isOpen: boolean }) {
  const t = useT('journeys')
  const nameOf = useName()
  const [dialog, setDialog] = useState<'record' | 'drop' | null>(null)
  const drop = useCommand('journeys.dropContact', { quiet: true })
  const { id, dueAt, ownerName, state, settledAt, settledByName, channel, result } = contact
  const { tone, word } = standingOf(contact)
  return (
    <li>
      <div className={flow.line}>
        <InstantText at={dueAt} />
        <StateBadge tone={tone} label={t(`contacts.${word}`)} />
        <span className={record.faint}>{ownerName}</span>
        {channel !== null && <span className={record.faint}>{nameOf(CONTACT_CHANNEL_NAMES[channel])}</span>}
        {settledAt !== null && (
          <span className={record.faint}>
            {t('checklist.by', { name: settledByName ?? '', time: dateTimeText(settledAt) })}
          </span>
        )}
        {isOpen && state === 'planned' && (
          <span className={styles.push}>
            <Button size="compact-xs" onClick={() => setDialog('record')}>
              {t('contacts.record')}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => setDialog('drop')}>
              {t('contacts.drop')}
            </Button>
          </span>
        )}
      </div>
      {result !== '' && <p className={flow.text}>{result}</p>}
      {dialog === 'record' && <ContactDialog id={id} onClose={() => setDialog(null)} />}
      {dialog === 'drop' && (
        <ReasonDialog
          title={t('contacts.dropTitle')}
          label={t('contacts.reason')}
          keep={{ kind: 'journeys-contact-drop', subject: id }}
          save={drop}
          onSave={async (reason) => {
            const dropped = await drop.run({ id, reason })
            if (dropped.ok) tellDone(t('saved'))
            return dropped.ok
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </li>
  )
}

type Word = 'overdue' | 'planned' | 'reached' | 'missed' | 'dropped'

function standingOf({ state, isOverdue, isReached }: JourneyContact): { tone: Tone; word: Word } {
  if (state === 'dropped') return { tone: 'neutral', word: 'dropped' }
  if (state === 'done') return isReached ? { tone: 'good', word: 'reached' } : { tone: 'warn', word: 'missed' }
  return isOverdue ? { tone: 'bad', word: 'overdue' } : { tone: 'info', word: 'planned' }
}

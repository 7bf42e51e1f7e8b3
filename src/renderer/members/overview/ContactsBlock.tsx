import { Anchor } from '@mantine/core'
import type { CallId } from '../../../shared/ids.ts'
import { CONTACT_TONE_NAMES, type LastContact } from '../../../shared/members/overview.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { dateText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { openCall, openCase } from '../open.ts'
import styles from './overview.module.css'

/** The last twenty contacts, one line each, with how they went. */
export function ContactsBlock({ contacts }: { contacts: readonly LastContact[] }) {
  const t = useT('people')
  const nameOf = useName()
  return (
    <Section title={t('overview.contacts')}>
      {contacts.length === 0 && <span className={styles.dim}>{t('overview.noContacts')}</span>}
      <ul className={styles.rows}>
        {contacts.map((contact) => {
          const { kind, id, at, tone, toneFrom, text, who, number } = contact
          const open = openOf(contact)
          const name = t(`overview.contact.${kind}`)
          return (
            <li key={id} className={styles.row} title={[number, text, who].filter(Boolean).join(' · ')}>
              <span className={styles.tone} data-tone={tone} aria-hidden />
              <span className={styles.dim} title={t(`overview.toneFrom.${toneFrom}`)}>
                {nameOf(CONTACT_TONE_NAMES[tone])}
              </span>
              {open ? (
                <Anchor component="button" type="button" size="xs" aria-label={`${name} ${number}`} onClick={open}>
                  {name}
                </Anchor>
              ) : (
                <span>{name}</span>
              )}
              <span className={styles.grow}>{text || who}</span>
              <span className={`${styles.dim} num`}>{dateText(at)}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function openOf({ kind, id, caseId }: LastContact): (() => void) | undefined {
  if (kind === 'call') return () => openCall(id as CallId)
  return caseId === null ? undefined : () => openCase(caseId)
}

import { IconPhoneIncoming, IconPhoneOutgoing } from '@tabler/icons-react'
import { CONTACT_CHANNEL_NAMES } from '../../../shared/cases/axes.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from './page.module.css'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** S1-35 S2-111: every contact with the customer: who, when, how, what was said; newest first. */
export function ContactLog({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const contacts = view.events.filter((event) => isContact(event.kind) || isConfirmation(event.data)).reverse()
  if (contacts.length === 0) return <p className={styles.none}>{t('page.noContacts')}</p>
  return (
    <ul className={styles.log}>
      {contacts.map(({ seq, at, actorName, data }) => {
        const said = isConfirmation(data)
          ? data.recorded
          : { ...data, contactChannel: data.channel, contactPerson: data.person, confirmedFacts: data.text }
        const Icon = data.direction === 'inbound' ? IconPhoneIncoming : IconPhoneOutgoing
        return (
          <li key={seq}>
            <div className={styles.line}>
              <Icon
                size={14}
                role="img"
                aria-label={t(data.direction === 'inbound' ? 'act.inbound' : 'act.outbound')}
              />
              <strong>{text(said.contactPerson)}</strong>
              <span>{namedBy(CONTACT_CHANNEL_NAMES, text(said.contactChannel), nameOf)}</span>
              <span className={`${styles.faint} ${styles.push}`}>
                {actorName} · <InstantText at={at} />
              </span>
            </div>
            <div className={styles.text}>{SAID.map((name) => text(said[name])).find((one) => one !== '')}</div>
          </li>
        )
      })}
    </ul>
  )
}

/** Where a step that was a contact keeps what was said. */
const SAID = ['confirmedFacts', 'preliminaryMeasures', 'surveyText', 'customerSuggestion'] as const

const isContact = (kind: string) => kind === 'contacted' || kind === 'visit'

type Confirmation = { recorded: Record<string, unknown> }

/** Confirming, a preliminary reply and asking afterwards are themselves contacts with the customer. */
function isConfirmation(data: Record<string, unknown>): data is Confirmation & Record<string, unknown> {
  const { recorded } = data
  return typeof recorded === 'object' && recorded !== null && 'contactPerson' in recorded
}

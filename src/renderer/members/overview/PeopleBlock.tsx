import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { KIN_RELATION_NAMES, KIN_RIGHT_NAMES, KIN_STATE_NAMES } from '../../../shared/kin/words.ts'
import type { MemberOverview } from '../../../shared/members/overview.ts'
import { CONSENT_PURPOSE_NAMES } from '../../../shared/members/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import styles from './overview.module.css'

/** Lines of those who may speak, before the others are asked for. */
const SHOWN = 4

/** Who may speak for the member, and what the member agreed to. */
export function PeopleBlock({ overview: { speakers, consents } }: { overview: MemberOverview }) {
  const t = useT('people')
  const m = useT('members')
  const nameOf = useName()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? speakers : speakers.slice(0, SHOWN)
  return (
    <Section title={t('overview.people')}>
      {speakers.length === 0 && <span className={styles.dim}>{t('overview.nobody')}</span>}
      <ul className={styles.rows}>
        {shown.map(({ id, name, relation, rights, state }) => (
          <li key={id} className={styles.row}>
            <span>
              {nameOf(KIN_RELATION_NAMES[relation])} {name}
            </span>
            <span className={`${styles.grow} ${styles.dim}`}>
              {rights.map((right) => nameOf(KIN_RIGHT_NAMES[right])).join('、')}
            </span>
            <StateBadge tone={state === 'inForce' ? 'good' : 'neutral'} label={nameOf(KIN_STATE_NAMES[state])} />
          </li>
        ))}
      </ul>
      {speakers.length > SHOWN && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          display="block"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('overview.fewerPeople') : t('overview.morePeople', { count: speakers.length - SHOWN })}
        </Anchor>
      )}
      {consents.length === 0 && <span className={styles.dim}>{t('overview.noConsents')}</span>}
      <div className={styles.marks}>
        {consents.map(({ purpose, given }) => (
          <StateBadge
            key={purpose}
            tone={given ? 'good' : 'bad'}
            label={`${nameOf(CONSENT_PURPOSE_NAMES[purpose])} ${given ? m('file.given') : m('file.withdrawn')}`}
          />
        ))}
      </div>
    </Section>
  )
}

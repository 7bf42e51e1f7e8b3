import type { MemberOverview } from '../../../shared/members/overview.ts'
import { WISH_TOPIC_NAMES, wishValueName } from '../../../shared/wishes/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import styles from './overview.module.css'

/** As many tags as fit beside the rest; all of them stand in their own tab. */
const SHOWN = 16

/** The tags that hold now. */
export function WishesBlock({ overview: { wishes } }: { overview: MemberOverview }) {
  const t = useT('people')
  const nameOf = useName()
  return (
    <Section title={t('overview.wishes')}>
      {wishes.length === 0 && <span className={styles.dim}>{t('overview.noWishes')}</span>}
      <ul className={styles.tags}>
        {wishes.slice(0, SHOWN).map(({ id, topic, value, note }) => (
          <li key={id} title={[nameOf(WISH_TOPIC_NAMES[topic]), note].filter(Boolean).join(' · ')}>
            {nameOf(wishValueName(topic, value))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

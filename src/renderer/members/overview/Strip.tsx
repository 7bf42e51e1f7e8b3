import { Button } from '@mantine/core'
import type { MemberOverview, Warning } from '../../../shared/members/overview.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { useName } from '../../ui/use-name.ts'
import styles from './overview.module.css'

const TONES: Record<Warning['level'], Tone> = { bad: 'bad', warn: 'warn', info: 'info' }

type Props = {
  overview: MemberOverview
  isBusy: boolean
  onTakeNote: () => void
  onTab: (tab: 'duplicates') => void
}

/** What must be known before the first word, and the key facts of the card (S4-75). */
export function Strip({ overview, isBusy, onTakeNote, onTab }: Props) {
  const t = useT('people')
  const nameOf = useName()
  const { warnings, keyFacts, merged, duplicates, unseenWishes, leadsTo } = overview
  const files = [...(leadsTo ? [leadsTo] : []), ...merged]
  return (
    <>
      <section className={styles.strip} aria-label={t('overview.warnings')}>
        {warnings.length === 0 && <span className={styles.dim}>{t('overview.noWarnings')}</span>}
        {warnings.map(({ warning, level, text }) => (
          <StateBadge key={warning} tone={TONES[level]} label={nameOf(text)} />
        ))}
        {unseenWishes > 0 && (
          <span className={styles.row}>
            {t('overview.unseen', { count: unseenWishes })}
            <Button size="compact-xs" variant="default" loading={isBusy} onClick={onTakeNote}>
              {t('overview.takeNote')}
            </Button>
          </span>
        )}
        {duplicates.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => onTab('duplicates')}>
            {t('overview.duplicates', { count: duplicates.length })}
          </Button>
        )}
      </section>
      <ul className={styles.facts} aria-label={t('overview.facts')}>
        {keyFacts.map(({ fact, text }) => (
          <li key={fact}>{nameOf(text)}</li>
        ))}
        {files.length > 0 && <li>{t('overview.merged', { cards: files.map(({ card }) => card).join('、') })}</li>}
      </ul>
    </>
  )
}

import type { CalendarLine } from '../../../shared/calendars/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import styles from '../policies.module.css'

/** What a calendar lacks, in words: the first year whose table is not there. */
export function Covered({ line }: { line: CalendarLine }) {
  const t = useT('policies')
  if (line.missingYear === null) return <span className={styles.dim}>{t('calendars.always')}</span>
  return <StateBadge tone="warn" label={t('calendars.missing', { year: line.missingYear })} />
}

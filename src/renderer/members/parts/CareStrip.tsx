import type { MemberFile } from '../../../shared/members/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import styles from '../members.module.css'

/** What an agent must know before the first word: care notes, what is still to be told, whether the file is to be checked. */
export function CareStrip({ file: { member, notices, completeness } }: { file: MemberFile }) {
  const t = useT('members')
  const untold = notices.filter(({ toldAt }) => toldAt === null)
  const { title, preferences, careNotes } = member
  if (!title && !careNotes && preferences.length === 0 && untold.length === 0 && !completeness.isVerificationDue)
    return null
  return (
    <section className={styles.care} aria-label={t('file.careNotes')}>
      {title && <strong>{title}</strong>}
      {preferences.length > 0 && (
        <span>
          <span className={styles.dim}>{t('file.preferences')}</span> {preferences.join('、')}
        </span>
      )}
      {completeness.isVerificationDue && <StateBadge tone="warn" label={t('file.due')} />}
      {careNotes && <p>{careNotes}</p>}
      {untold.map(({ id, kind, text }) => (
        <p key={id}>
          <StateBadge tone={kind === 'downgrade' ? 'warn' : 'good'} label={t(`file.notice.${kind}`)} /> {text}
        </p>
      ))}
    </section>
  )
}

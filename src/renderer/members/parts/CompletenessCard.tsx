import type { Completeness } from '../../../shared/members/model.ts'
import { FILE_PART_NAMES } from '../../../shared/members/words.ts'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { dateText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from '../members.module.css'

/** How complete the file is, and when it was last checked with the member (S3-75). */
export function CompletenessCard({
  completeness,
  verifiedAt,
}: {
  completeness: Completeness
  verifiedAt: Instant | null
}) {
  const t = useT('members')
  const nameOf = useName()
  const { score, missing } = completeness
  const parts = missing.map((part) => nameOf(FILE_PART_NAMES[part])).join('、')
  return (
    <Section title={t('file.completeness')}>
      <div className={styles.line}>
        <strong className="num">{score}%</strong>
        <span className={styles.dim}>
          {verifiedAt === null ? t('file.neverVerified') : `${t('file.verifiedAt')} ${dateText(verifiedAt)}`}
        </span>
      </div>
      <div
        className={styles.meter}
        role="progressbar"
        aria-label={t('file.completeness')}
        aria-valuenow={score}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${score}%` }} />
      </div>
      <span className={styles.dim}>{missing.length === 0 ? t('file.complete') : t('file.missing', { parts })}</span>
    </Section>
  )
}

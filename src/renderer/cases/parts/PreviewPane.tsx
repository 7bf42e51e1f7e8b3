import { PRIORITY_NAMES, TIME_CLASS_NAMES } from '../../../shared/cases/words.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import type { NewCaseForm } from '../new-case-form.ts'
import { PRIORITY_TONES } from '../tones.ts'
import styles from './new-case.module.css'
import { usePreview } from './use-preview.ts'

/** The priority and every limit that registering will promise, before it is promised. */
export function PreviewPane({ form }: { form: NewCaseForm }) {
  const t = useT('cases')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const preview = usePreview(form)
  return (
    <section className={styles.pane} aria-label={t('form.promises')}>
      <h2>{t('form.promises')}</h2>
      {preview ? (
        <>
          <div className={styles.hit}>
            <StateBadge tone={PRIORITY_TONES[preview.priority]} label={nameOf(PRIORITY_NAMES[preview.priority])} />
            {preview.raisedBy > 0 && preview.tier !== 'none' && (
              <>
                <TierBadge tier={preview.tier} />
                <span className={styles.faint}>{t('form.raised', { count: preview.raisedBy })}</span>
              </>
            )}
            <span>{namedBy(deskNames, preview.department, nameOf)}</span>
            <span>{nameOf(TIME_CLASS_NAMES[preview.timeClass])}</span>
          </div>
          <ul className={styles.promises}>
            {preview.clocks.map((clock) => (
              <li key={clock.kind}>
                <strong>{nameOf(CLOCK_KIND_NAMES[clock.kind])}</strong>
                <span className={styles.faint}>{nameOf(clock.ruleName)}</span>
                <span className={styles.push}>
                  <InstantText at={clock.dueAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.faint}>{t('form.chooseCategory')}</p>
      )}
    </section>
  )
}

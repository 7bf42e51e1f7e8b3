import type { StepToTell } from '../../../shared/cases/raise-views.ts'
import type { OpenPreview } from '../../../shared/cases/views.ts'
import { PRIORITY_NAMES, TIME_CLASS_NAMES } from '../../../shared/cases/words.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import type { NewCaseForm } from '../new-case-form.ts'
import { PRIORITY_TONES } from '../tones.ts'
import { useReceivers } from './ClockWarnings.tsx'
import styles from './new-case.module.css'
import { usePreview } from './use-preview.ts'

/** From which share on somebody besides the owner is told. */
function ToTell({ clock: { kind, tells } }: { clock: OpenPreview['clocks'][number] }) {
  const t = useT('cases')
  const receiversOf = useReceivers()
  const isOthers = ({ tells: first, also, third }: StepToTell) =>
    [first, also, third].some((one) => one === 'lead' || one === 'manager')
  const shown = tells.filter(isOthers).map((step) => {
    const who = receiversOf({ ...step, clock: kind })
    return t('why.share', { percent: step.percent, who })
  })
  if (shown.length === 0) return null
  return (
    <span className={`${styles.faint} ${styles.told}`}>
      {t('why.toTell')} {shown.join(' · ')}
    </span>
  )
}

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
                <ToTell clock={clock} />
              </li>
            ))}
          </ul>
          {preview.raises.map(({ id, name, text }) => (
            <p key={id} className={styles.faint}>
              {t('why.raised', { name: nameOf(name) })} · {nameOf(text)}
            </p>
          ))}
        </>
      ) : (
        <p className={styles.faint}>{t('form.chooseCategory')}</p>
      )}
    </section>
  )
}

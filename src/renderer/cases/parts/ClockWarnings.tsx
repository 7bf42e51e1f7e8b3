import type { RaiseView, StepToTell } from '../../../shared/cases/raise-views.ts'
import type { ClockView } from '../../../shared/cases/views.ts'
import { LEVEL_NAMES, RECEIVER_NAMES } from '../../../shared/policies/words.ts'
import type { ClockKind, Receiver } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './page.module.css'
import { ToldPeople } from './ToldPeople.tsx'

/** S1-45: what a limit has told, whom, and when each of them saw it. */
export function ClockWarnings({ clock }: { clock: Pick<ClockView, 'kind' | 'signals'> }) {
  const t = useT('cases')
  const whatOf = useWarning()
  if (clock.signals.length === 0) return null
  return (
    <>
      <strong>{t('why.told')}</strong>
      <ol>
        {clock.signals.map((signal) => (
          <li key={`${signal.percent} ${signal.reminder}`}>
            <span>{whatOf({ ...signal, clock: clock.kind })}</span>
            <span className={`num ${styles.push}`}>{dateTimeText(signal.at)}</span>
            <ToldPeople {...signal} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** S1-45 S4-138: whom a limit will yet tell, and what raised that above its own warnings. */
export function ClockToTell({ kind, toTell, raises }: { kind: ClockKind; toTell: StepToTell[]; raises: RaiseView[] }) {
  const t = useT('cases')
  const whatOf = useWarning()
  const nameOf = useName()
  if (toTell.length === 0 && raises.length === 0) return null
  return (
    <>
      <strong>{t('why.toTell')}</strong>
      <ol aria-label={t('why.toTell')}>
        {toTell.map((step) => (
          <li key={step.percent}>
            <span>{whatOf({ ...step, reminder: 0, count: 1, clock: kind })}</span>
            <span className={styles.push}>{nameOf(LEVEL_NAMES[step.level] ?? NO_LEVEL)}</span>
          </li>
        ))}
        {raises.map(({ id, name, text }) => (
          <li key={id}>
            <span>{t('why.raised', { name: nameOf(name) })}</span>
            <span className={`${styles.basis} ${styles.faint}`}>{nameOf(text)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

const NO_LEVEL = { zh: '', en: '' }

type Told = Pick<ClockView['signals'][number], 'tells' | 'also' | 'third'> & { clock: ClockKind }
type Warning = Told & Pick<ClockView['signals'][number], 'percent' | 'reminder' | 'count'>

/** Who a warning tells, in words: for a sub-task or an approval, whoever has to act on that. */
export function useReceivers(): (told: Told) => string {
  const t = useT('cases')
  const nameOf = useName()
  const wordOf = (receiver: Receiver, clock: ClockKind) => {
    if (receiver !== 'owner') return nameOf(RECEIVER_NAMES[receiver])
    if (clock === 'subTask') return t('why.asked')
    return clock === 'approval' ? t('why.approving') : nameOf(RECEIVER_NAMES[receiver])
  }
  return ({ tells, also, third, clock }) => {
    const others = [also, third].filter((one) => one !== null)
    return others.reduce((first, one) => t('why.and', { first, second: wordOf(one, clock) }), wordOf(tells, clock))
  }
}

/** A warning in words: the share or the reminders after the limit, and whom it tells. */
export function useWarning(): (warning: Warning) => string {
  const t = useT('cases')
  const receiversOf = useReceivers()
  return ({ percent, reminder, count, ...told }) => {
    const who = receiversOf(told)
    if (reminder === 0) return t('why.share', { percent, who })
    if (count === 1) return t('why.reminder', { first: reminder, who })
    return t('why.reminders', { first: reminder, last: reminder + count - 1, who })
  }
}

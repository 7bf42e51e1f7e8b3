import type { ClockView, ClockExplanation as Explained, SpanBasis } from '../../../shared/cases/views.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { limitText, sourceText } from '../../../shared/policies/words.ts'
import { SECOND } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { ClockWarnings } from './ClockWarnings.tsx'
import styles from './page.module.css'

type Interval = Explained['intervals'][number]

/** Why a limit ends when it does: the rule and its source, then counted time, nights, weekends, holidays and pauses. */
export function ClockExplanation({ caseId, clock }: { caseId: CaseId; clock: ClockView }) {
  const t = useT('cases')
  const { data } = useQuery('cases.explain', { id: caseId, clock: clock.kind }, { topics: ['cases'] })
  const found = data?.find((one) => one.id === clock.id)
  if (!found) return null
  const { countedMs, usedMs, remainingMs, intervals } = found
  return (
    <section className={styles.explanation} aria-label={t('why.title')}>
      <strong>{t('why.title')}</strong>
      <Behind explained={found} />
      <ol>
        {intervals.map((span) => (
          <Stretch key={span.from} span={span} />
        ))}
      </ol>
      <div className={styles.sum} data-ms={countedMs}>
        {t('why.sum', { time: exactText(countedMs) })}
      </div>
      <div className={styles.faint}>
        {t(remainingMs >= 0 ? 'why.used' : 'why.over', { time: exactText(usedMs), left: exactText(remainingMs) })}
      </div>
      <ClockWarnings clock={clock} />
    </section>
  )
}

/** The rule, how long it allows, on which calendar, and where that comes from. */
function Behind({ explained }: { explained: Explained }) {
  const t = useT('cases')
  const nameOf = useName()
  const { ruleName, source, limit, calendarName } = explained
  const facts: [string, string][] = [
    [t('why.rule'), nameOf(ruleName)],
    [t('why.limit'), nameOf({ zh: limitText(limit, 'zh'), en: limitText(limit, 'en') })],
    [t('why.calendar'), nameOf(calendarName)],
    [t('why.source'), nameOf({ zh: sourceText(source, 'zh'), en: sourceText(source, 'en') })],
  ]
  return (
    <dl className={styles.behind}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Hours, minutes and seconds to the second, so that what is shown adds up. */
function exactText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / SECOND)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return [hours, minutes, rest].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The line of the rule or calendar that a stretch follows from. */
function Basis({ basis: { text, requirement, papers } }: { basis: SpanBasis }) {
  const nameOf = useName()
  return (
    <span className={`${styles.basis} ${styles.faint}`}>
      {[nameOf(text), requirement ?? '', ...papers].filter((part) => part !== '').join(' · ')}
    </span>
  )
}

function Stretch({ span }: { span: Interval }) {
  const t = useT('cases')
  const nameOf = useName()
  const ms = span.to - span.from
  const isPause = span.kind === 'paused'
  const said = [
    span.kind === 'holiday' ? span.why : '',
    isPause && span.whyName ? nameOf(span.whyName) : '',
    isPause && span.byName !== null ? t('why.by', { name: span.byName }) : '',
  ]
  return (
    <li data-counted={span.counted || undefined} data-ms={ms}>
      <span>{[t(`clock.spans.${span.kind}`), ...said].filter((part) => part !== '').join(' · ')}</span>
      <span className={`num ${styles.push}`}>{exactText(ms)}</span>
      <span className={`num ${styles.when}`}>
        {dateTimeText(span.from)} – {dateTimeText(span.to)}
      </span>
      <Basis basis={span.basis} />
    </li>
  )
}

import { Button } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import type { ClockView, ClockExplanation as Explained, SpanBasis } from '../../../shared/cases/views.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { limitText, sourceText } from '../../../shared/policies/words.ts'
import { SECOND } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { ClockToTell, ClockWarnings } from './ClockWarnings.tsx'
import { PauseCorrections } from './PauseCorrections.tsx'
import { PauseForm } from './PauseForm.tsx'
import styles from './page.module.css'

type Interval = Explained['intervals'][number]
type CasePlace = { id: CaseId; lastSeq: number }
/** The case and its newest entry, and the part of the page that explains the limit. */
type Place = { caseId: CaseId; lastSeq: number; ofClock: string }

/** Why a limit ends when it does: the rule and its source, then counted time, nights, weekends, holidays and pauses. */
export function ClockExplanation({ view: { id: caseId, lastSeq }, clock }: { view: CasePlace; clock: ClockView }) {
  const t = useT('cases')
  const part = useId()
  const { data } = useQuery('cases.explain', { id: caseId, clock: clock.kind }, { topics: ['cases'] })
  const found = data?.find((one) => one.id === clock.id)
  if (!found) return null
  const { countedMs, usedMs, remainingMs, intervals } = found
  return (
    <section id={part} tabIndex={-1} className={styles.explanation} aria-label={t('why.title')}>
      <strong>{t('why.title')}</strong>
      <Behind explained={found} />
      <ol>
        {intervals.map((span) => (
          <Stretch key={span.from} span={span} place={{ caseId, lastSeq, ofClock: part }} />
        ))}
      </ol>
      <PauseCorrections corrections={found.corrections} />
      <div className={styles.sum} data-ms={countedMs}>
        {t('why.sum', { time: exactText(countedMs) })}
      </div>
      <div className={styles.faint}>
        {t(remainingMs >= 0 ? 'why.used' : 'why.over', { time: exactText(usedMs), left: exactText(remainingMs) })}
      </div>
      <ClockWarnings clock={clock} />
      <ClockToTell kind={clock.kind} toTell={found.toTell} raises={found.raises} />
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

function Stretch({ span, place }: { span: Interval; place: Place }) {
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
      {span.pause && <CorrectPause {...place} pause={span.pause} name={said[1] ?? ''} />}
    </li>
  )
}

type CorrectProps = Place & { pause: NonNullable<Interval['pause']>; name: string }

/** A lead may put right what was recorded wrongly; the focus comes back to where it was begun, or to what it changed. */
function CorrectPause({ name, ofClock, ...about }: CorrectProps) {
  const t = useT('cases')
  const isLead = useSession(({ user }) => user?.role === 'lead' || user?.role === 'manager')
  const [isShown, setShown] = useState(false)
  const begin = useRef<HTMLButtonElement>(null)
  if (!isLead) return null
  const close = (isDone: boolean) => {
    // What was corrected is drawn anew: the whole explanation stays.
    if (isDone) document.getElementById(ofClock)?.focus()
    setShown(false)
    if (!isDone) requestAnimationFrame(() => begin.current?.focus())
  }
  if (isShown) return <PauseForm {...about} name={name} onClose={close} />
  return (
    <Button
      ref={begin}
      size="compact-xs"
      variant="default"
      aria-label={t('why.correctPause', { name })}
      onClick={() => setShown(true)}
    >
      {t('why.correct')}
    </Button>
  )
}

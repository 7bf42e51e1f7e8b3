import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseEventView, CaseView } from '../../../shared/cases/views.ts'
import { isOwnField } from '../../../shared/workflow/records.ts'
import { useT } from '../../i18n/use-t.ts'
import { CasePanel } from '../../ui/CasePanel.tsx'
import { dateTimeText, dayText, durationText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import styles from './stages.module.css'
import { useOptionName } from './use-options.ts'
import { useRecordedText } from './use-recorded-text.ts'

type Recorded = Record<string, unknown>

const recordedIn = ({ data }: CaseEventView): Recorded =>
  typeof data.recorded === 'object' && data.recorded !== null ? (data.recorded as Recorded) : {}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const scoreOf = (value: unknown): string => (typeof value === 'number' ? String(value) : '—')

/** What the stages have recorded: told times beside the fact, receipts, suggestions, satisfaction, appeals, the end. */
export function StageRecords({ view }: { view: CaseView }) {
  const t = useT('cases')
  const groups = [
    <ToldTimes key="told" view={view} />,
    <HandOvers key="hand" view={view} />,
    <Preliminary key="preliminary" view={view} />,
    <Said key="said" view={view} />,
    <Satisfaction key="satisfaction" view={view} />,
    <OwnFields key="own" view={view} />,
    <Appeals key="appeals" view={view} />,
    <Ending key="ending" view={view} />,
  ]
  const hasOwn = Object.keys(view.recorded).some(isOwnField)
  const isEmpty = view.toldTimes.length === 0 && view.handOvers.length === 0 && !hasOwn
  return (
    <CasePanel title={t('stage.records')} summary={isEmpty ? t('stage.noRecords') : ''} isEmpty={isEmpty}>
      {groups}
    </CasePanel>
  )
}

function Group({ title, lines }: { title: string; lines: ReactNode[] }) {
  if (lines.length === 0) return null
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines only ever grow at the end
          <li key={place}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** S1-37: what was told about the time, and what it was. */
function ToldTimes({ view }: { view: CaseView }) {
  const t = useT('cases')
  const fact = ({ expectedAt, actualAt }: CaseView['toldTimes'][number]) => {
    if (actualAt === null) return <span className={styles.faint}>{t('stage.wasOpen')}</span>
    const values = { actual: dateTimeText(actualAt), by: durationText(Math.abs(expectedAt - actualAt)) }
    return actualAt <= expectedAt ? (
      <span className={styles.kept}>{t('stage.wasKept', values)}</span>
    ) : (
      <span className={styles.late}>{t('stage.wasLate', values)}</span>
    )
  }
  const lines = view.toldTimes.map((told) => (
    <>
      <span>{t('stage.toldLine', { told: dateTimeText(told.toldAt), expected: dateTimeText(told.expectedAt) })}</span>
      {fact(told)}
    </>
  ))
  return <Group title={t('stage.told')} lines={lines} />
}

/** S2-36: who gave the case to whom, and when that person took it. */
function HandOvers({ view }: { view: CaseView }) {
  const t = useT('cases')
  const receipt = useCommand('cases.receipt')
  const take = async () => {
    const { ok } = await receipt.run({ id: view.id, expectedSeq: view.lastSeq })
    if (ok) tellDone(t('stage.receipted'))
  }
  const lines = view.handOvers.map(({ at, byName, toName, acceptedAt, isMine }) => (
    <>
      <span className={styles.faint}>{dateTimeText(at)}</span>
      <span>{t('stage.handLine', { by: byName, to: toName })}</span>
      <span className={styles.faint}>
        {acceptedAt === null ? t('stage.waiting') : t('stage.accepted', { time: dateTimeText(acceptedAt) })}
      </span>
      {isMine && (
        <Button size="compact-xs" variant="default" loading={receipt.isBusy} onClick={() => void take()}>
          {t('stage.receipt')}
        </Button>
      )}
    </>
  ))
  return <Group title={t('stage.handOvers')} lines={lines} />
}

/** S2-64: each preliminary reply is a version of what is meant to be done. */
function Preliminary({ view }: { view: CaseView }) {
  const t = useT('cases')
  const told = view.events.filter((event) => 'preliminaryMeasures' in recordedIn(event))
  const lines = told.map((event) => (
    <>
      <span className={styles.faint}>{dateTimeText(event.at)}</span>
      <span>{textOf(recordedIn(event).preliminaryMeasures)}</span>
    </>
  ))
  return <Group title={t('stage.preliminary', { version: told.length })} lines={lines} />
}

/** S2-41: what the customer suggested on the way. */
function Said({ view }: { view: CaseView }) {
  const t = useT('cases')
  const lines = view.events.flatMap((event) => {
    const said = textOf(recordedIn(event).customerSuggestion)
    return said === '' ? [] : [<span key={event.seq}>{said}</span>]
  })
  return <Group title={t('stage.suggestions')} lines={lines} />
}

/** S2-124..126 S2-168: what the customer answered, or how often nobody was reached. */
function Satisfaction({ view }: { view: CaseView }) {
  const t = useT('cases')
  const optionName = useOptionName()
  const lines: ReactNode[] = view.events.flatMap((event) => {
    const given = recordedIn(event)
    if (typeof given.satisfactionResult !== 'number') return []
    const scores = {
      result: scoreOf(given.satisfactionResult),
      process: scoreOf(given.satisfactionProcess),
      agent: scoreOf(given.satisfactionAgent),
      overall: scoreOf(given.satisfactionOverall),
    }
    return [
      <>
        <span className={styles.faint}>{dateTimeText(event.at)}</span>
        <span>{t('stage.scores', scores)}</span>
        <span>{optionName(textOf(given.isSolved))}</span>
        <span>{textOf(given.surveyText)}</span>
      </>,
    ]
  })
  const { attempts } = view.recorded
  if (typeof attempts === 'number') lines.push(t('stage.attempts', { count: attempts }))
  return <Group title={t('stage.satisfaction')} lines={lines} />
}

/** What the desk's own fields of its workflow recorded. */
function OwnFields({ view }: { view: CaseView }) {
  const t = useT('cases')
  const textOfRecord = useRecordedText(view)
  const lines = view.events.flatMap((event) => {
    const own = Object.entries(recordedIn(event)).filter(([name]) => isOwnField(name))
    if (own.length === 0) return []
    return [
      <>
        <span className={styles.faint}>{dateTimeText(event.at)}</span>
        <span>
          {textOfRecord(Object.fromEntries(own))
            .map((line) => t('stage.ownLine', line))
            .join(' · ')}
        </span>
      </>,
    ]
  })
  return <Group title={t('stage.own')} lines={lines} />
}

function Appeals({ view }: { view: CaseView }) {
  const t = useT('cases')
  const optionName = useOptionName()
  const lines = view.events.flatMap((event) => {
    const { appealAuthority, appealNumber, appealClaim, appealDueAt, appealAnswer, appealDecision } = recordedIn(event)
    const dueBy = typeof appealDueAt === 'number' ? t('stage.appealDue', { at: dateTimeText(appealDueAt) }) : ''
    const told = [appealNumber, appealClaim, dueBy, appealAnswer, appealDecision].map(textOf)
    const said = [optionName(textOf(appealAuthority)), ...told]
    return [appealAuthority, appealAnswer, appealDecision].every((one) => one === undefined)
      ? []
      : [
          <>
            <span className={styles.faint}>{dateTimeText(event.at)}</span>
            <span>{said.filter((one) => one !== '').join(' · ')}</span>
          </>,
        ]
  })
  return <Group title={t('stage.appeals')} lines={lines} />
}

/** S2-113 S2-40: how it ended, what is improved, and until when it is kept. */
function Ending({ view }: { view: CaseView }) {
  const t = useT('cases')
  const optionName = useOptionName()
  const { closingSummary, improvement, improvementNote, keptUntil } = view.recorded
  const improved = [optionName(textOf(improvement)), textOf(improvementNote)].filter((one) => one !== '')
  return (
    <>
      <Group title={t('stage.summary')} lines={textOf(closingSummary) === '' ? [] : [textOf(closingSummary)]} />
      <Group title={t('stage.improvement')} lines={improved.length === 0 ? [] : [improved.join(' · ')]} />
      {typeof keptUntil === 'string' && <p className={styles.faint}>{t('stage.kept', { day: dayText(keptUntil) })}</p>}
    </>
  )
}

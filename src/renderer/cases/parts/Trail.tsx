import type { ReactNode } from 'react'
import type { CaseEventView, CaseView, PauseCorrection, ToldSignalView } from '../../../shared/cases/views.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import type { Tone } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { Timeline } from '../../ui/Timeline.tsx'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { actTexts } from '../act-texts.ts'
import { useReceivers } from './ClockWarnings.tsx'
import { useCorrectionText } from './PauseCorrections.tsx'
import styles from './page.module.css'
import { ToldPeople } from './ToldPeople.tsx'
import { useChangedLines } from './use-changed-lines.ts'
import { useImportedLines } from './use-imported-lines.ts'
import { useRecordedText } from './use-recorded-text.ts'

const LATE_MS = 60_000

/** S1-46: everything that happened, newest first: who, when, what was recorded, and every limit used up. */
export function Trail({ view }: { view: CaseView }) {
  const t = useT('cases')
  const titleOf = useTitle(view)
  const bodyOf = useBody(view)
  const items = [...view.events].reverse().map((event, place) => ({
    key: `${event.seq ?? 'signal'}-${place}`,
    at: event.at,
    title: titleOf(event),
    by: event.actorName,
    tone: toneOf(event),
    body: (
      <>
        {bodyOf(event)}
        {event.recordedAt - event.at > LATE_MS && (
          <div className={styles.faint}>{t('event.recordedLater', { time: dateTimeText(event.recordedAt) })}</div>
        )}
      </>
    ),
  }))
  return <Timeline label={t('page.trail')} items={items} />
}

/** An entry of the log in words, as the trail shows it. */
export function useEventWords(view: CaseView): (event: CaseEventView) => { title: string; body: ReactNode } {
  const titleOf = useTitle(view)
  const bodyOf = useBody(view)
  return (event) => ({ title: titleOf(event), body: bodyOf(event) })
}

function toneOf({ kind, data }: CaseEventView): Tone {
  if (kind === 'signal') return data.isBreach === true ? 'bad' : 'warn'
  if (kind === 'step' || kind === 'opened') return 'info'
  return kind === 'contacted' ? 'good' : 'neutral'
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function useTitle(view: CaseView): (event: CaseEventView) => string {
  const t = useT('cases')
  const nameOf = useName()
  const { data: people = [] } = useQuery('users.list', { includeDisabled: true }, { topics: ['users'] })
  const actName = (act: unknown) => (isAct(act) ? t(`acts.${act}`) : '')
  const stageName = (id: string | null) => {
    const stage = view.stages.find((one) => one.id === id)
    return stage ? nameOf(stage.name) : (id ?? '')
  }
  return ({ kind, data, toState }) => {
    switch (kind) {
      case 'step':
        return stageName(toState)
      case 'signal': {
        const clock = CLOCK_KIND_NAMES[data.clock as keyof typeof CLOCK_KIND_NAMES]
        const name = clock ? nameOf(clock) : ''
        if (Number(data.reminder) > 0) return t('why.reminded', { clock: name, count: Number(data.reminder) })
        return data.isBreach === true
          ? t('event.breached', { clock: name })
          : t('event.warned', { clock: name, percent: Number(data.percent) })
      }
      case 'assigned':
        return t('event.assigned', { name: people.find((user) => user.id === data.to)?.name ?? '' })
      case 'linked':
        return t(linkKey(data), { number: text(data.number) })
      case 'movedVersion':
        return t('event.movedVersion', { version: Number(data.toVersion) })
      case 'rebased':
        return t(data.choice === 'recompute' ? 'event.recomputed' : 'event.kept')
      case 'cause':
        return t('event.cause', { code: text(data.code) })
      case 'noted':
        return t(data.isReceipt === true ? 'event.receipt' : 'event.noted')
      case 'opened':
      case 'contacted':
      case 'amended':
      case 'followUp':
      case 'followUpDone':
      case 'evidence':
      case 'subTask':
      case 'liability':
      case 'plan':
      case 'compensation':
      case 'survey':
      case 'visit':
      case 'assessed':
      case 'imported':
      case 'shared':
      case 'unmerged':
      case 'classed':
      case 'routed':
      case 'message':
      case 'care':
      case 'promise':
      case 'calendarChanged':
      case 'pauseCorrected':
        return said([t(`event.${kind}`), actName(data.act ?? data.action)], toState === null ? '' : stageName(toState))
      default:
        return kind
    }
  }
}

type ActKey = keyof typeof actTexts.zh

const isAct = (act: unknown): act is ActKey => typeof act === 'string' && Object.hasOwn(actTexts.zh, act)

/** What was recorded, and the stage that the case went to with it. */
function said(parts: string[], stage: string): string {
  const title = parts.filter((part) => part !== '').join(' · ')
  return stage === '' ? title : `${title} → ${stage}`
}

function linkKey(data: Record<string, unknown>) {
  if (data.isMerged === true) return 'event.merged'
  if (data.isUnmerged === true) return 'event.unlinked'
  if (data.isTakenBack === true) return 'event.linkTakenBack'
  if (data.isSplit === true) return 'event.split'
  return data.isSplitFrom === true ? 'event.splitFrom' : 'event.linked'
}

const isRecord = (value: unknown) => typeof value === 'object' && value !== null

function useBody(view: CaseView) {
  const recordedText = useRecordedText(view)
  const importedLines = useImportedLines()
  const changedLines = useChangedLines()
  return ({ kind, data }: CaseEventView) => {
    if (kind === 'signal') return <Told data={data} />
    if (kind === 'step') return <Recorded lines={recordedText(data.recorded)} />
    if (kind === 'pauseCorrected') return <PauseCorrected data={data} />
    if (kind === 'imported' || isRecord(data.imported)) return <Recorded lines={importedLines(data)} />
    const said = [data.text, data.outcome, data.reason, data.person].map(text).filter((one) => one !== '')
    const changed = changedLines({ kind, data })
    if (said.length === 0 && changed.length === 0) return null
    return (
      <>
        <Recorded lines={changed} />
        {said.length > 0 && <div className={styles.text}>{said.join(' · ')}</div>}
      </>
    )
  }
}

/** Whom a warning told, and when each of them saw it. */
function Told({ data: { clock, tells, also, third, people, isRoleOnly } }: { data: CaseEventView['data'] }) {
  const t = useT('cases')
  const receiversOf = useReceivers()
  const who = receiversOf({ clock, tells, also: also ?? null, third: third ?? null } as Parameters<
    typeof receiversOf
  >[0])
  return (
    <div className={styles.faint}>
      {t('why.toldTo', { who })} ·{' '}
      <ToldPeople people={people as ToldSignalView['people']} isRoleOnly={isRoleOnly === true} />
    </div>
  )
}

function PauseCorrected({ data }: { data: CaseEventView['data'] }) {
  const { from, to, was, reason } = data as PauseCorrection['now'] & Pick<PauseCorrection, 'was' | 'reason'>
  const textOf = useCorrectionText()
  return <div className={styles.text}>{[textOf({ was, now: { from, to } }), reason].join(' · ')}</div>
}

function Recorded({ lines }: { lines: { label: string; value: string }[] }) {
  return lines.map(({ label, value }) => (
    <div key={label} className={styles.text}>
      <span className={styles.faint}>{label}</span> {value}
    </div>
  ))
}

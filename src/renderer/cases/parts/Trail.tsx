import type { CaseEventView, CaseView } from '../../../shared/cases/views.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import type { Tone } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { Timeline } from '../../ui/Timeline.tsx'
import { useQuery } from '../../use-query.ts'
import { useName } from '../use-name.ts'
import styles from './page.module.css'
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
        return data.isBreach === true
          ? t('event.breached', { clock: name })
          : t('event.warned', { clock: name, percent: Number(data.percent) })
      }
      case 'assigned':
        return t('event.assigned', { name: people.find((user) => user.id === data.to)?.name ?? '' })
      case 'linked':
        return t(data.isMerged === true ? 'event.merged' : 'event.linked', { number: text(data.number) })
      case 'opened':
      case 'noted':
      case 'contacted':
      case 'amended':
      case 'followUp':
      case 'followUpDone':
        return t(`event.${kind}`)
      default:
        return kind
    }
  }
}

function useBody(view: CaseView) {
  const recordedText = useRecordedText(view)
  return ({ kind, data }: CaseEventView) => {
    if (kind === 'step') return <Recorded lines={recordedText(data.recorded)} />
    const said = [data.text, data.outcome, data.reason, data.person].map(text).filter((one) => one !== '')
    return said.length === 0 ? null : <div className={styles.text}>{said.join(' · ')}</div>
  }
}

function Recorded({ lines }: { lines: { label: string; value: string }[] }) {
  return lines.map(({ label, value }) => (
    <div key={label} className={styles.text}>
      <span className={styles.faint}>{label}</span> {value}
    </div>
  ))
}

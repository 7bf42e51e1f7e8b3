import { useState } from 'react'
import type { TripFile, TripNotice } from '../../../shared/trips/model.ts'
import {
  NOTICE_ANSWER_NAMES,
  NOTICE_KIND_NAMES,
  NOTICE_STATE_NAMES,
  TRIP_CHANNEL_NAMES,
} from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { Ways } from '../../ui/Ways.tsx'
import { NOTICE_TONES } from '../tones.ts'
import styles from '../trips.module.css'
import { HearForm, SendForm, TellForm } from './NoticeForms.tsx'

type Doing = 'send' | 'tell' | 'hear'

/** One thing that the customer is told: by when, whether and how it was, and what the customer said. */
export function NoticePart({ trip, notice }: { trip: TripFile; notice: TripNotice }) {
  const t = useT('trips')
  const nameOf = useName()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const isTold = notice.toldAt !== null
  const ways: Doing[] = isTold ? ['hear'] : notice.messageId === null ? ['send', 'tell'] : ['tell']
  const form = { trip, notice, onDone: close }
  return (
    <section aria-label={nameOf(NOTICE_KIND_NAMES[notice.kind])}>
      <div className={record.line}>
        <StateBadge tone={NOTICE_TONES[notice.state]} label={nameOf(NOTICE_STATE_NAMES[notice.state])} />
        <Told notice={notice} />
        {notice.messageId !== null && !isTold && <span className={record.faint}>{t('notice.sent')}</span>}
        {trip.state === 'open' && (
          <Ways ways={ways.map((id) => ({ id, label: t(`notice.${id}`) }))} doing={doing} onChange={setDoing} />
        )}
      </div>
      {notice.answer !== null && notice.answeredAt !== null && (
        <div className={record.line}>
          <StateBadge
            tone={notice.answer === 'agreed' ? 'good' : 'warn'}
            label={t('notice.answered', {
              time: dateTimeText(notice.answeredAt),
              answer: nameOf(NOTICE_ANSWER_NAMES[notice.answer]),
            })}
          />
          <span>{notice.answerText}</span>
        </div>
      )}
      <div className={styles.letter}>{notice.text}</div>
      {doing === 'send' && <SendForm {...form} />}
      {doing === 'tell' && <TellForm {...form} />}
      {doing === 'hear' && <HearForm {...form} />}
    </section>
  )
}

function Told({ notice }: { notice: TripNotice }) {
  const t = useT('trips')
  const nameOf = useName()
  const { toldAt, toldByName, channel, proof, dueAt } = notice
  if (toldAt === null) return <span>{t('notice.due', { time: dateTimeText(dueAt) })}</span>
  const told = { time: dateTimeText(toldAt), name: toldByName ?? '' }
  return (
    <>
      <span>
        {channel === null
          ? t('notice.toldByMessage', told)
          : t('notice.told', { ...told, channel: nameOf(TRIP_CHANNEL_NAMES[channel]) })}
      </span>
      <span className={record.faint}>{proof}</span>
    </>
  )
}

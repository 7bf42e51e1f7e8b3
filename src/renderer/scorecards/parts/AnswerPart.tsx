import { useState } from 'react'
import type { CardView } from '../../../shared/scorecards/views.ts'
import { ANSWER_STATE_NAMES } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { NO_SCORE, ScoreFields } from './ScoreFields.tsx'

/** S3-111: what the person says to the result, and what the manager decides on an appeal. */
export function AnswerPart({ card, isOwn }: { card: CardView; isOwn: boolean }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const role = useSession((state) => state.user?.role)
  const isOpen = card.state === 'published'
  return (
    <div className={flow.stack}>
      <div>{nameOf(ANSWER_STATE_NAMES[card.answer])}</div>
      {card.answeredAt !== null && (
        <p className={flow.text}>
          {card.answerText}{' '}
          <span className={flow.faint}>{t('answer.given', { time: dateTimeText(card.answeredAt) })}</span>
        </p>
      )}
      {card.decidedAt !== null && (
        <p className={flow.text}>
          {card.decisionText}{' '}
          <span className={flow.faint}>
            {t('answer.by', { name: card.decidedByName ?? '', time: dateTimeText(card.decidedAt) })}
          </span>
        </p>
      )}
      {isOpen && isOwn && card.answer === 'waiting' && <Reply card={card} />}
      {isOpen && !isOwn && card.answer === 'appealed' && role === 'manager' && <Decide card={card} />}
    </div>
  )
}

function Reply({ card }: { card: CardView }) {
  const t = useT('scorecards')
  const command = useCommand('scorecards.answer')
  const send = (answer: 'confirmed' | 'appealed') => async (text: string) => {
    const sent = await command.run({ id: card.id, expectedSeq: card.seq, answer, text })
    if (sent.ok) tellDone(t(`answer.${answer}`))
    return sent.ok
  }
  return (
    <TextAct
      keep={{ kind: 'scorecards-reply-text', subject: card.id }}
      label={t('answer.text')}
      buttons={[
        { label: t('answer.appeal'), onSend: send('appealed'), isBusy: command.isBusy },
        { label: t('answer.confirm'), onSend: send('confirmed'), isBusy: command.isBusy, isMain: true, isFree: true },
      ]}
    />
  )
}

function Decide({ card }: { card: CardView }) {
  const t = useT('scorecards')
  const [score, setScore] = useState(NO_SCORE)
  const command = useCommand('scorecards.decide')
  const { indicator, to } = score
  const isSet = indicator !== null && to !== null
  const send = async (text: string) => {
    const changes = isSet ? [{ indicator, to }] : []
    const sent = await command.run({ id: card.id, expectedSeq: card.seq, text, changes })
    if (sent.ok) tellDone(t('answer.decided'))
    return sent.ok
  }
  const label = t(isSet ? 'answer.change' : 'answer.uphold')
  return (
    <TextAct
      keep={{ kind: 'scorecards-decide-decide-text', subject: card.id }}
      label={t('answer.decideText')}
      buttons={[{ label, onSend: send, isBusy: command.isBusy }]}
    >
      <ScoreFields card={card} value={score} onChange={setScore} />
    </TextAct>
  )
}

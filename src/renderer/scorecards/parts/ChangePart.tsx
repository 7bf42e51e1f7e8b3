import { useState } from 'react'
import type { CardView } from '../../../shared/scorecards/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import { NO_SCORE, ScoreFields } from './ScoreFields.tsx'

/** Calibration by another lead, and the visible correction of a frozen result. */
export function ChangePart({ card, isOwn }: { card: CardView; isOwn: boolean }) {
  const t = useT('scorecards')
  const role = useSession((state) => state.user?.role)
  const [score, setScore] = useState(NO_SCORE)
  const adjust = useCommand('scorecards.adjust')
  const correct = useCommand('scorecards.correct')
  const isCalibrating = card.state === 'calibrating' && role !== 'agent'
  const isCorrecting = card.state === 'frozen' && role === 'manager'
  if (isOwn || !(isCalibrating || isCorrecting)) return null
  const command = isCalibrating ? adjust : correct
  const label = t(isCalibrating ? 'changes.calibrate' : 'changes.correct')
  const send = async (reason: string) => {
    const { indicator, to } = score
    if (indicator === null || to === null) return false
    const answer = await command.run({ id: card.id, expectedSeq: card.seq, indicator, to, reason })
    if (!answer.ok) return false
    setScore(NO_SCORE)
    tellDone(t('changes.done'))
    return true
  }
  return (
    <Section title={label}>
      <TextAct
        keep={{ kind: 'scorecards-change-part-reason', subject: card.id }}
        label={t('changes.reason')}
        isReady={score.indicator !== null && score.to !== null}
        buttons={[{ label, onSend: send, isBusy: command.isBusy }]}
      >
        <ScoreFields card={card} value={score} onChange={setScore} />
      </TextAct>
    </Section>
  )
}

import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { JourneyRating } from '../../../shared/journeys/model.ts'
import { BEST_SCORE } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

type Props = {
  tripId: string
  serviceId: string | null
  who: string
  known: JourneyRating | null
  onClose: () => void
}

const SCORES = Array.from({ length: BEST_SCORE }, (_, i) => String(i + 1))

/** What the customer gave, in points and words (S4-17). */
export function RatingDialog({ tripId, serviceId, who, known, onClose }: Props) {
  const t = useT('journeys')
  const u = useT('ui')
  const [score, setScore] = useState(String(known?.score ?? BEST_SCORE))
  const [text, setText] = useState(known?.text ?? '')
  const rate = useCommand('journeys.rate', { quiet: true })
  return (
    <FormDialog
      keep={null}
      title={t('after.rateTitle', { who })}
      save={u('actions.save')}
      failure={rate.failure}
      isBusy={rate.isBusy}
      isReady
      onSave={async () => {
        const rated = await rate.run({ tripId, serviceId, score: Number(score), text })
        if (!rated.ok) return
        tellDone(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <SegmentedControl aria-label={t('after.score')} data={SCORES} value={score} onChange={setScore} />
      <TextArea
        keep={{ kind: 'journeys-rating-dialog-text', subject: serviceId ?? tripId }}
        data-autofocus
        label={t('after.text')}
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

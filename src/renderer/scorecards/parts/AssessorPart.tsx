import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { CardView } from '../../../shared/scorecards/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'

/** Who assesses instead: nobody is named, the lead left, or the person changed the team. */
export function AssessorPart({ card }: { card: CardView }) {
  const t = useT('scorecards')
  const [leadId, setLeadId] = useState<UserId | null>(null)
  const command = useCommand('scorecards.setAssessor')
  const send = async (reason: string) => {
    if (leadId === null) return false
    const sent = await command.run({ id: card.id, expectedSeq: card.seq, leadId, reason })
    if (sent.ok) tellDone(t('assessor.done'))
    return sent.ok
  }
  return (
    <TextAct
      keep={{ kind: 'scorecards-assessor-part-reason', subject: card.id }}
      label={t('assessor.reason')}
      isReady={leadId !== null}
      buttons={[{ label: t('assessor.save'), onSend: send, isBusy: command.isBusy }]}
    >
      <PersonField label={t('assessor.choose')} value={leadId} onChange={setLeadId} />
    </TextAct>
  )
}

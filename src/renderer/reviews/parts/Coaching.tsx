import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { ReviewAction, ReviewView } from '../../../shared/reviews/model.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { DayField } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './reviews.module.css'

/** What is done after a judgement, by whom, until when, and what came of it. */
export function Coaching({ view }: { view: ReviewView }) {
  const t = useT('reviews')
  return (
    <div className={flow.stack}>
      {view.actions.length === 0 && !view.mayCoach && <div className={styles.faint}>{t('coaching.none')}</div>}
      {view.actions.length > 0 && (
        <ul className={styles.sample}>
          {view.actions.map((action) => (
            <li key={action.id}>
              <Action action={action} />
            </li>
          ))}
        </ul>
      )}
      {view.mayCoach && <Add id={view.id} agentId={view.agentId} />}
    </div>
  )
}

function Action({ action }: { action: ReviewAction }) {
  const t = useT('reviews')
  const user = useSession((state) => state.user)
  const finish = useCommand('reviews.coached')
  const send = async (outcome: string) => {
    const sent = await finish.run({ actionId: action.id, outcome })
    if (sent.ok) tellDone(t('done'))
    return sent.ok
  }
  const isMine = user !== null && (user.role !== 'agent' || user.id === action.ownerId)
  return (
    <div className={flow.stack}>
      <p className={flow.text}>{action.text}</p>
      <div className={styles.faint}>
        {t('coaching.dueBy', { name: action.ownerName, day: dayText(action.dueDay) })}
        {action.doneAt !== null && ` · ${t('coaching.doneAt', { time: dateTimeText(action.doneAt) })}`}
      </div>
      {action.outcome !== null && <p className={flow.text}>{action.outcome}</p>}
      {action.doneAt === null && isMine && (
        <TextAct
          keep={{ kind: 'reviews-action-outcome', subject: action.id }}
          label={t('coaching.outcome')}
          buttons={[{ label: t('coaching.finish'), onSend: send, isBusy: finish.isBusy }]}
        />
      )}
    </div>
  )
}

function Add({ id, agentId }: { id: string; agentId: UserId }) {
  const t = useT('reviews')
  const [ownerId, setOwner] = useState<UserId | null>(agentId)
  const [dueDay, setDue] = useState<Day | null>(null)
  const coach = useCommand('reviews.coach')
  const send = async (text: string) => {
    if (ownerId === null || dueDay === null) return false
    const sent = await coach.run({ id, text, ownerId, dueDay })
    if (sent.ok) tellDone(t('done'))
    return sent.ok
  }
  return (
    <TextAct
      keep={{ kind: 'reviews-coaching-text', subject: id }}
      label={t('coaching.text')}
      isReady={ownerId !== null && dueDay !== null}
      buttons={[{ label: t('coaching.add'), onSend: send, isBusy: coach.isBusy }]}
    >
      <PersonField label={t('coaching.owner')} value={ownerId} onChange={setOwner} />
      <DayField label={t('coaching.due')} value={dueDay} onChange={setDue} error={coach.fieldErrors.dueDay} />
    </TextAct>
  )
}

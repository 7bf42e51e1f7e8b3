import { Anchor, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { readRevisit } from '../../../shared/cases/planned.ts'
import type { FollowUp } from '../../../shared/cases/views.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { Countdown } from '../../ui/Countdown.tsx'
import { tellDone } from '../../ui/notify.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { openCase } from '../open.ts'
import styles from './cases.module.css'

type Props = { followUps: readonly FollowUp[]; withCase?: boolean }

/** Follow-ups with their due times, each to be finished with what came of it. */
export function FollowUpList({ followUps, withCase = false }: Props) {
  return (
    <ul className={styles.followUps}>
      {followUps.map((followUp) => (
        <li key={followUp.id}>
          <FollowUpItem followUp={followUp} withCase={withCase} />
        </li>
      ))}
    </ul>
  )
}

function FollowUpItem({ followUp, withCase }: { followUp: FollowUp; withCase: boolean }) {
  const t = useT('cases')
  const { caseId, caseNumber, doneAt, kind, text, ownerName, outcome } = followUp
  const visit = readRevisit(text)
  return (
    <>
      <div className={styles.followUpHead}>
        {withCase && caseId && <Anchor onClick={() => openCase(caseId)}>{caseNumber}</Anchor>}
        <strong>{t(`followUpKinds.${kind}`)}</strong>
        <span className={styles.faint}>{ownerName}</span>
        <span className={styles.push}>
          {doneAt === null ? <Countdown dueAt={followUp.dueAt} /> : <InstantText at={doneAt} />}
        </span>
      </div>
      {text !== '' && <div>{visit ? t('stage.revisitOf', { place: visit.place, of: visit.of }) : text}</div>}
      {doneAt === null ? <Finish id={followUp.id} /> : outcome && <div className={styles.faint}>{outcome}</div>}
    </>
  )
}

function Finish({ id }: { id: string }) {
  const t = useT('cases')
  const [outcome, setOutcome] = useState('')
  const done = useCommand('cases.followUpDone')
  const finish = async () => {
    const result = await done.run({ followUpId: id, outcome })
    if (result.ok) tellDone(t('followUp.finished'))
  }
  return (
    <div className={styles.inline}>
      <KeepLines kind="case-follow-up-lines" subject={id} />
      <TextInput
        aria-label={t('followUp.outcome')}
        placeholder={t('followUp.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        error={done.fieldErrors.outcome}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void finish()
        }}
      />
      <Button variant="default" loading={done.isBusy} disabled={outcome.trim() === ''} onClick={() => void finish()}>
        {t('followUp.done')}
      </Button>
    </div>
  )
}

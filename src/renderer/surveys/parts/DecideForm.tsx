import { Button, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { AnswerView } from '../../../shared/surveys/views.ts'
import { DECISION_NAMES, type PoorDecision } from '../../../shared/surveys/words.ts'
import { DAY } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { MomentField } from '../../ui/MomentField.tsx'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './surveys.module.css'

/** S1-55: a poor answer is followed up, becomes an improvement item, or a lead says why nothing is done. */
export function DecideForm({ answer }: { answer: AnswerView }) {
  const t = useT('surveys')
  const nameOf = useName()
  const [decision, setDecision] = useState<PoorDecision>('followUp')
  const [note, setNote] = useState('')
  const [dueAt, setDueAt] = useState<number | null>(() => Math.ceil((Date.now() + DAY) / 60_000) * 60_000)
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const decide = useCommand('surveys.decide')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const task = { ...(dueAt === null ? {} : { dueAt }), ...(ownerId === null ? {} : { ownerId }) }
    const done = await decide.run({ answerId: answer.id, decision, note, ...(decision === 'followUp' ? task : {}) })
    if (!done.ok) return
    tellDone(t('decision.saved'))
    if (decision !== 'improvement') return
    const title = t('decision.item', { about: answer.caseNumber ?? answer.ref })
    go('improvements', { source: 'survey', sourceId: answer.id, title, finding: note })
  }
  return (
    <form className={styles.stack} aria-label={t('decision.title')} onSubmit={(event) => void submit(event)}>
      <div className={styles.three}>
        <Select
          label={t('decision.label')}
          data={choicesOf(DECISION_NAMES, nameOf)}
          value={decision}
          onChange={(value) => value && setDecision(value)}
        />
        {decision === 'followUp' && (
          <>
            <MomentField
              label={t('decision.dueAt')}
              value={dueAt}
              onChange={setDueAt}
              error={decide.fieldErrors.dueAt}
            />
            <PersonField
              clearable
              label={t('decision.owner')}
              placeholder={answer.agentName ?? ''}
              value={ownerId}
              onChange={setOwner}
            />
          </>
        )}
      </div>
      <TextArea
        keep={{ kind: 'surveys-decide-form-note', subject: answer.id }}
        withAsterisk
        minRows={1}
        maxLength={1000}
        label={t('decision.note')}
        value={note}
        error={decide.fieldErrors.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" className={flow.push ?? ''} loading={decide.isBusy} disabled={note.trim() === ''}>
          {t('decision.save')}
        </Button>
      </div>
    </form>
  )
}

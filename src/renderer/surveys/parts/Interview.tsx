import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerValues } from '../../../shared/surveys/model.ts'
import type { InvitationView } from '../../../shared/surveys/views.ts'
import { SURVEY_CHANNEL_NAMES } from '../../../shared/surveys/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useStaleWhile } from '../../ui/case-on-page.ts'
import flow from '../../ui/flow.module.css'
import { dateText, dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { AnswerForm } from './AnswerForm.tsx'
import styles from './surveys.module.css'

type Props = { invitation: InvitationView; lastSeq: number | null; onDone?: () => void }

/** S1-51: the questions on the screen while the customer is on the telephone, or in hand on paper. */
export function Interview({ invitation, lastSeq, onDone = () => {} }: Props) {
  const t = useT('surveys')
  const nameOf = useName()
  const [values, setValues] = useState<AnswerValues>({})
  const [person, setPerson] = useState('')
  const answer = useCommand('surveys.answer')
  const { id: invitationId, form, channel } = invitation
  const stale = useStaleWhile(person !== '' || Object.keys(values).length > 0)
  const save = async () => {
    if (stale.isHeld) return
    const saved = await answer.run({ invitationId, values, person, expectedSeq: lastSeq })
    if (!saved.ok) return
    tellDone(t(saved.value.isPoor ? 'savedPoor' : 'saved'))
    onDone()
  }
  return (
    <form
      className={styles.stack}
      aria-label={nameOf(form.body.title)}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={styles.buttons}>
        <StateBadge tone="info" label={nameOf(SURVEY_CHANNEL_NAMES[channel])} />
        <span className="mono">{invitation.ref}</span>
        <span className={flow.faint}>{t('version', { version: form.version })}</span>
        <span className={flow.faint}>
          {t('asked', { time: dateTimeText(invitation.askedAt), name: invitation.askedByName })}
        </span>
        <span className={flow.faint}>{t('until', { day: dateText(invitation.validUntil) })}</span>
        {invitation.attempts > 0 && <span className={flow.faint}>{t('attempts', { count: invitation.attempts })}</span>}
      </div>
      <AnswerForm
        keepFor={invitation.id}
        onRestored={stale.onRestored}
        form={form.body}
        values={values}
        onChange={setValues}
        errors={answer.fieldErrors}
      />
      {channel === 'phone' && (
        <TextInput
          label={t('person')}
          placeholder={invitation.maskedName}
          maxLength={60}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
      )}
      {stale.notice(() => {
        setValues({})
        setPerson('')
      })}
      <div className={styles.buttons}>
        <NotAnswered invitation={invitation} lastSeq={lastSeq} onDone={onDone} />
        <Button type="submit" className={flow.push ?? ''} loading={answer.isBusy} disabled={stale.isHeld}>
          {t('save')}
        </Button>
      </div>
      <KeepLines kind="surveys-interview-lines" subject={invitation.id} onRestored={stale.onRestored} />
    </form>
  )
}

function NotAnswered({ invitation, lastSeq, onDone = () => {} }: Props) {
  const t = useT('surveys')
  const [note, setNote] = useState('')
  const [isForEver, setForEver] = useState(false)
  const attempt = useCommand('surveys.attempt')
  const decline = useCommand('surveys.decline')
  const { id: invitationId } = invitation
  const fail = async () => {
    const done = await attempt.run({ invitationId, note, expectedSeq: lastSeq })
    if (!done.ok) return
    setNote('')
    tellDone(t('attempted', { count: done.value.attempts }))
  }
  const refuse = async () => {
    const done = await decline.run({ invitationId, isForEver })
    if (!done.ok) return
    tellDone(t('declined'))
    onDone()
  }
  return (
    <>
      <TextInput
        aria-label={t('attemptNote')}
        placeholder={t('attemptNote')}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button variant="default" loading={attempt.isBusy} onClick={() => void fail()}>
        {t('attempt')}
      </Button>
      <Button variant="default" loading={decline.isBusy} onClick={() => void refuse()}>
        {t('decline')}
      </Button>
      <Checkbox
        label={t('forEver')}
        checked={isForEver}
        onChange={(event) => setForEver(event.currentTarget.checked)}
      />
    </>
  )
}

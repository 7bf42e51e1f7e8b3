import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'

const NOTHING = { title: '', reason: '', prize: '' }

/** S3-113: who is commended for what, with the prize. */
export function CommendForm() {
  const t = useT('scorecards')
  const [userId, setUserId] = useState<UserId | null>(null)
  const [words, setWords] = useState(NOTHING)
  const [prizeFen, setPrizeFen] = useState<number | null>(null)
  const [givenDay, setGivenDay] = useState<string | null>(today())
  const command = useCommand('honours.commend')
  const send = async () => {
    if (userId === null || givenDay === null) return
    const answer = await command.run({ userId, ...words, prizeFen: prizeFen ?? 0, givenDay })
    if (!answer.ok) return
    tellDone(t('honours.given'))
    setWords(NOTHING)
    setPrizeFen(null)
  }
  const field = (key: 'title' | 'prize') => (
    <TextInput
      label={t(`honours.${key}`)}
      value={words[key]}
      error={command.fieldErrors[key]}
      onChange={(event) => setWords({ ...words, [key]: event.currentTarget.value })}
    />
  )
  return (
    <fieldset className={record.form} aria-label={t('honours.give')}>
      <PersonField label={t('honours.person')} value={userId} onChange={setUserId} />
      {field('title')}
      {field('prize')}
      <YuanField label={t('honours.prizeMoney')} value={prizeFen} onChange={setPrizeFen} />
      <DayField label={t('honours.day')} value={givenDay} onChange={setGivenDay} />
      <TextArea
        keep={{ kind: 'scorecards-commend-form-reason', subject: 'new' }}
        className={record.wide ?? ''}
        label={t('honours.reason')}
        minRows={1}
        maxRows={6}
        value={words.reason}
        error={command.fieldErrors.reason}
        onChange={(event) => setWords({ ...words, reason: event.currentTarget.value })}
      />
      <KeepLines kind="scorecards-commend-lines" subject="new" />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button loading={command.isBusy} disabled={userId === null || givenDay === null} onClick={() => void send()}>
          {t('honours.give')}
        </Button>
      </div>
    </fieldset>
  )
}

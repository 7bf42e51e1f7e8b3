import { Button } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { MeetingView } from '../../../shared/meetings/contract.ts'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import styles from '../parts/todos.module.css'

/** What is written of a meeting: a form until it is published, then the text. */
export function Minutes({ meeting }: { meeting: MeetingView }) {
  const t = useT('meetings')
  if (meeting.mayEdit) return <Form meeting={meeting} />
  return (
    <Section title={t('meetings.minutes')}>
      <Facts
        facts={[
          { label: t('meetings.heldAt'), value: <InstantText at={meeting.heldAt} /> },
          { label: t('meetings.chair'), value: meeting.chairName },
        ]}
      />
      <h4>{t('meetings.summary')}</h4>
      <p className={styles.text}>{meeting.summary}</p>
      <h4>{t('meetings.plan')}</h4>
      <p className={styles.text}>{meeting.plan}</p>
    </Section>
  )
}

function Form({ meeting }: { meeting: MeetingView }) {
  const t = useT('meetings')
  const [heldAt, setHeld] = useState<Instant | null>(meeting.heldAt)
  const [chairId, setChair] = useState<UserId | null>(meeting.chairId)
  const [summary, setSummary] = useState(meeting.summary)
  const [plan, setPlan] = useState(meeting.plan)
  const save = useCommand('meetings.write')
  const send = async () => {
    if (heldAt === null || chairId === null) return
    if ((await save.run({ id: meeting.id, heldAt, chairId, summary, plan })).ok) tellDone(t('meetings.saved'))
  }
  return (
    <Section title={t('meetings.minutes')}>
      <div className={styles.stack}>
        <FieldRow>
          <MomentField required label={t('meetings.heldAt')} value={heldAt} onChange={setHeld} />
          <PersonField required label={t('meetings.chair')} value={chairId} onChange={setChair} />
        </FieldRow>
        <TextArea
          keep={{ kind: 'todos-minutes-summary', subject: meeting.id }}
          required
          minRows={4}
          maxLength={8000}
          label={t('meetings.summary')}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        <TextArea
          keep={{ kind: 'todos-minutes-plan', subject: meeting.id }}
          required
          minRows={3}
          maxLength={8000}
          label={t('meetings.plan')}
          value={plan}
          onChange={(event) => setPlan(event.currentTarget.value)}
        />
        <Button
          disabled={heldAt === null || chairId === null}
          loading={save.isBusy}
          variant="default"
          onClick={() => void send()}
        >
          {t('meetings.save')}
        </Button>
      </div>
    </Section>
  )
}

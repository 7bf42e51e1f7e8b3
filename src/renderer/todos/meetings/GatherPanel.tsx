import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { DAY, type Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/todos.module.css'
import { DigestItems } from './DigestItems.tsx'

/** Chooses from what customers said in a period and sends it to a manager. */
export function GatherPanel({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useT('meetings')
  const [fromDay, setFrom] = useState<Day | null>(today(Date.now() - 7 * DAY))
  const [toDay, setTo] = useState<Day | null>(today())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [toId, setManager] = useState<UserId | null>(null)
  const isAsked = fromDay !== null && toDay !== null
  const said = useQuery('digests.gather', { fromDay: fromDay ?? '', toDay: toDay ?? '' }, { enabled: isAsked })
  const { data: users = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const send = useCommand('digests.send', { quiet: true })
  const picked = (said.data ?? []).filter(({ id }) => chosen.has(id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const save = async () => {
    if (toId === null) return
    const done = await send.run({ toId, title, text, items: picked.map(({ kind, id }) => ({ kind, id })) })
    if (!done.ok) return
    tellDone(t('digests.sent'))
    onDone(done.value.id)
  }
  return (
    <DetailPanel title={t('digests.gather')} label={t('digests.gather')} onClose={onClose}>
      <Section title={t('digests.items')}>
        <div className={styles.stack}>
          <FieldRow>
            <DayField label={t('digests.from')} value={fromDay} onChange={setFrom} />
            <DayField label={t('digests.to')} value={toDay} onChange={setTo} />
          </FieldRow>
          <FailureAlert failure={said.failure} />
          {said.data?.length === 0 && <div className={styles.faint}>{t('digests.nothing')}</div>}
          <DigestItems items={said.data ?? []} chosen={chosen} onToggle={toggle} />
        </div>
      </Section>
      <Section title={t('digests.send')}>
        <div className={styles.stack}>
          <FailureAlert failure={send.failure} />
          <TextInput
            required
            maxLength={120}
            label={t('digests.fields.title')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <KeepLines kind="todos-gather-lines" subject="new" />
          <TextArea
            keep={{ kind: 'todos-gather-panel-text', subject: 'new' }}
            minRows={2}
            maxLength={4000}
            label={t('digests.fields.text')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Select
            required
            label={t('digests.fields.toId')}
            data={users.filter(({ role }) => role === 'manager').map(({ id, name }) => ({ value: id, label: name }))}
            value={toId}
            onChange={setManager}
          />
          <Button
            disabled={picked.length === 0 || title.trim() === '' || toId === null}
            loading={send.isBusy}
            onClick={() => void save()}
          >
            {`${t('digests.send')} · ${t('digests.chosen', { count: picked.length })}`}
          </Button>
        </div>
      </Section>
    </DetailPanel>
  )
}

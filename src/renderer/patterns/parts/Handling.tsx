import { Button, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { PatternAlert } from '../../../shared/patterns/contract.ts'
import { OUTCOME_NAMES, OUTCOMES, type Outcome } from '../../../shared/patterns/words.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { useName } from '../words.ts'
import styles from './patterns.module.css'

/** A warning is taken up, looked into, and closed with what was found. */
export function Handling({ alert }: { alert: PatternAlert }) {
  if (alert.state === 'closed') return <Closed alert={alert} />
  return (
    <div className={flow.stack}>
      <Take alert={alert} />
      {alert.state === 'acknowledged' && <Find alert={alert} />}
      {alert.state === 'acknowledged' && alert.finding !== null && <Close alert={alert} />}
    </div>
  )
}

const byAt = (name: string | null, at: number | null) => ({
  name: name ?? '',
  time: at === null ? '' : dateTimeText(at),
})

function Take({ alert }: { alert: PatternAlert }) {
  const t = useT('patterns')
  const u = useT('ui')
  const [ownerId, setOwner] = useState<UserId | null>(alert.ownerId)
  const { data: people = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const take = useCommand('patterns.acknowledge')
  const submit = async () => {
    if (ownerId === null) return
    const taken = await take.run({ id: alert.id, ownerId })
    if (taken.ok) tellDone(t('done'))
  }
  const choices = people
    .filter((user) => user.role !== 'admin')
    .map((user) => ({ value: user.id, label: `${user.name} · ${u(`roles.${user.role}`)}` }))
  return (
    <div>
      <div className={styles.line}>
        <Select
          className={styles.grow ?? ''}
          searchable
          label={t('owner')}
          data={choices}
          value={ownerId}
          onChange={setOwner}
        />
        <Button
          variant={alert.state === 'open' ? 'filled' : 'default'}
          loading={take.isBusy}
          disabled={ownerId === null || ownerId === alert.ownerId}
          onClick={() => void submit()}
        >
          {alert.state === 'open' ? t('acknowledge') : t('reassign')}
        </Button>
      </div>
      {alert.acknowledgedAt !== null && (
        <div className={record.faint}>{t('acknowledged', byAt(alert.acknowledgedByName, alert.acknowledgedAt))}</div>
      )}
    </div>
  )
}

function Find({ alert }: { alert: PatternAlert }) {
  const t = useT('patterns')
  const [text, setText] = useState(alert.finding ?? '')
  const find = useCommand('patterns.finding')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await find.run({ id: alert.id, finding: text })
    if (saved.ok) tellDone(t('done'))
  }
  return (
    <form className={flow.stack} onSubmit={(event) => void submit(event)}>
      <TextArea
        keep={{ kind: 'patterns-handling-finding', subject: alert.id }}
        minRows={2}
        maxLength={4000}
        label={t('finding')}
        value={text}
        error={find.fieldErrors.finding}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.line}>
        {alert.foundAt !== null && (
          <span className={record.faint}>{t('foundBy', byAt(alert.foundByName, alert.foundAt))}</span>
        )}
        <Button
          type="submit"
          className={styles.push ?? ''}
          variant={alert.finding === null ? 'filled' : 'default'}
          loading={find.isBusy}
          disabled={text.trim().length < 2 || text.trim() === alert.finding}
        >
          {t('saveFinding')}
        </Button>
      </div>
    </form>
  )
}

function Close({ alert }: { alert: PatternAlert }) {
  const t = useT('patterns')
  const nameOf = useName()
  const [outcome, setOutcome] = useState<Outcome>('solved')
  const [text, setText] = useState('')
  const close = useCommand('patterns.close')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const closed = await close.run({ id: alert.id, outcome, closing: text })
    if (closed.ok) tellDone(t('done'))
  }
  return (
    <form className={flow.stack} onSubmit={(event) => void submit(event)}>
      <Select
        label={t('outcome')}
        data={OUTCOMES.map((value) => ({ value, label: nameOf(OUTCOME_NAMES[value]) }))}
        value={outcome}
        onChange={(value) => value && setOutcome(value)}
      />
      <TextArea
        keep={{ kind: 'patterns-close-closing', subject: alert.id }}
        minRows={2}
        maxLength={2000}
        label={t('closing')}
        value={text}
        error={close.fieldErrors.closing}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" className={styles.push ?? ''} loading={close.isBusy} disabled={text.trim().length < 2}>
        {t('close')}
      </Button>
    </form>
  )
}

function Closed({ alert }: { alert: PatternAlert }) {
  const t = useT('patterns')
  const nameOf = useName()
  return (
    <div className={flow.stack}>
      <div className={record.faint}>{t('acknowledged', byAt(alert.acknowledgedByName, alert.acknowledgedAt))}</div>
      <div className={styles.text}>{alert.finding}</div>
      <div className={record.faint}>{t('foundBy', byAt(alert.foundByName, alert.foundAt))}</div>
      <div className={styles.text}>
        {alert.outcome && <strong>{nameOf(OUTCOME_NAMES[alert.outcome])} </strong>}
        {alert.closing}
      </div>
      <div className={record.faint}>{t('closedBy', byAt(alert.closedByName, alert.closedAt))}</div>
    </div>
  )
}

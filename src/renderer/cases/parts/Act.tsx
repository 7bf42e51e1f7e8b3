import { Button, Group, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS } from '../../../shared/cases/axes.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { fromField, toField } from '../times.ts'
import { choices, useName } from '../use-name.ts'
import styles from './page.module.css'
import { UserField } from './UserField.tsx'

const ACTS = ['note', 'contact', 'followUp', 'assign'] as const
type ActKind = (typeof ACTS)[number]

/** What can be recorded at any stage: a note, a contact with the customer, something to do later, another owner. */
export function Act({ view }: { view: CaseView }) {
  const t = useT('cases')
  const [kind, setKind] = useState<ActKind>('note')
  const acts = view.isOpen ? ACTS : ACTS.slice(0, 2)
  return (
    <>
      <SegmentedControl
        aria-label={t('page.act')}
        value={kind}
        onChange={(value) => setKind(ACTS.find((one) => one === value) ?? 'note')}
        data={acts.map((value) => ({ value, label: t(`act.${value}`) }))}
        mb="xs"
      />
      {kind === 'note' && <NoteForm view={view} />}
      {kind === 'contact' && <ContactForm view={view} />}
      {kind === 'followUp' && <FollowUpForm view={view} />}
      {kind === 'assign' && <AssignForm view={view} />}
    </>
  )
}

function Save({ isBusy, isReady, onSave }: { isBusy: boolean; isReady: boolean; onSave: () => Promise<boolean> }) {
  const t = useT('cases')
  const save = async () => {
    if (await onSave()) tellDone(t('act.saved'))
  }
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" loading={isBusy} disabled={!isReady} onClick={() => void save()}>
        {t('act.save')}
      </Button>
    </Group>
  )
}

function NoteForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const [text, setText] = useState('')
  const note = useCommand('cases.note')
  const save = async () => {
    const { ok } = await note.run({ id: view.id, text })
    if (ok) setText('')
    return ok
  }
  return (
    <>
      <Textarea
        aria-label={t('act.text')}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        error={note.fieldErrors.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Save isBusy={note.isBusy} isReady={text.trim() !== ''} onSave={save} />
    </>
  )
}

function ContactForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const empty = {
    direction: 'outbound' as 'outbound' | 'inbound',
    channel: 'phone' as (typeof CONTACT_CHANNELS)[number],
    person: view.contactName,
    text: '',
    at: null as number | null,
    expectedAt: null as number | null,
  }
  const [form, setForm] = useState(empty)
  const contact = useCommand('cases.contact')
  const { at, ...said } = form
  const save = async () => {
    const { ok } = await contact.run({ id: view.id, ...said, ...(at === null ? {} : { at }) })
    if (ok) setForm(empty)
    return ok
  }
  return (
    <>
      <div className={styles.stepFields}>
        <Select
          label={t('act.direction')}
          value={form.direction}
          onChange={(value) => setForm({ ...form, direction: value === 'inbound' ? 'inbound' : 'outbound' })}
          data={[
            { value: 'outbound', label: t('act.outbound') },
            { value: 'inbound', label: t('act.inbound') },
          ]}
        />
        <Select
          label={t('act.channel')}
          value={form.channel}
          data={choices(CONTACT_CHANNEL_NAMES, nameOf)}
          onChange={(value) => setForm({ ...form, channel: CONTACT_CHANNELS.find((one) => one === value) ?? 'phone' })}
        />
        <TextInput
          label={t('act.person')}
          withAsterisk
          value={form.person}
          error={contact.fieldErrors.person}
          onChange={(event) => setForm({ ...form, person: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('act.at')}
          description={t('form.receivedNow')}
          value={toField(at)}
          onChange={(event) => setForm({ ...form, at: fromField(event.currentTarget.value) })}
        />
        <TextInput
          type="datetime-local"
          label={t('act.expectedAt')}
          description={t('act.optional')}
          value={toField(form.expectedAt)}
          onChange={(event) => setForm({ ...form, expectedAt: fromField(event.currentTarget.value) })}
        />
        <Textarea
          className={styles.wide ?? ''}
          label={t('act.said')}
          withAsterisk
          autosize
          minRows={2}
          value={form.text}
          error={contact.fieldErrors.text}
          onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
        />
      </div>
      <Save isBusy={contact.isBusy} isReady={form.text.trim() !== '' && form.person.trim() !== ''} onSave={save} />
    </>
  )
}

function FollowUpForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const [dueAt, setDueAt] = useState<number | null>(null)
  const [text, setText] = useState('')
  const [ownerId, setOwnerId] = useState<string | null>(view.ownerId)
  const plan = useCommand('cases.followUp')
  const save = async () => {
    const { ok } = await plan.run({ id: view.id, dueAt: dueAt ?? 0, text, ownerId })
    if (ok) setText('')
    return ok
  }
  return (
    <>
      <div className={styles.stepFields}>
        <TextInput
          type="datetime-local"
          label={t('act.dueAt')}
          withAsterisk
          value={toField(dueAt)}
          onChange={(event) => setDueAt(fromField(event.currentTarget.value))}
        />
        <UserField label={t('columns.owner')} value={ownerId} onChange={setOwnerId} />
        <TextInput
          className={styles.wide ?? ''}
          label={t('act.what')}
          withAsterisk
          value={text}
          error={plan.fieldErrors.text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Save isBusy={plan.isBusy} isReady={dueAt !== null && text.trim() !== ''} onSave={save} />
    </>
  )
}

function AssignForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const assign = useCommand('cases.assign')
  const save = async () => {
    const { ok } = await assign.run({
      id: view.id,
      ownerId: (ownerId ?? '') as UserId,
      reason,
      expectedSeq: view.lastSeq,
    })
    if (ok) setReason('')
    return ok
  }
  return (
    <>
      <div className={styles.stepFields}>
        <UserField label={t('act.newOwner')} withAsterisk value={ownerId} onChange={setOwnerId} />
        <TextInput
          className={styles.wide ?? ''}
          label={t('act.why')}
          withAsterisk
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <Save isBusy={assign.isBusy} isReady={ownerId !== null} onSave={save} />
    </>
  )
}

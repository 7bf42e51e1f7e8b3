import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS } from '../../../shared/cases/axes.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { fromField, toField } from '../times.ts'
import { Save } from './ActSave.tsx'
import styles from './page.module.css'
import { TemplateField } from './TemplateField.tsx'

/** S1-35 S2-111 S2-120 S2-121: a contact with the customer, by itself or to tell how far it has come. */
export function ContactForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const empty = {
    direction: 'outbound' as 'outbound' | 'inbound',
    channel: 'phone' as (typeof CONTACT_CHANNELS)[number],
    person: view.contactName,
    text: '',
    at: null as number | null,
    expectedAt: null as number | null,
    steps: '',
    agentContact: '',
  }
  const [form, setForm] = useState(empty)
  const [isProgress, setProgress] = useState(false)
  const [templateId, setTemplate] = useState<string | null>(null)
  const contact = useCommand('cases.contact')
  const { at, steps, agentContact, expectedAt, ...said } = form
  const progress = isProgress && expectedAt !== null ? { steps, expectedAt, agentContact } : null
  const save = async () => {
    const when = at === null ? {} : { at }
    const told = { expectedAt: isProgress ? null : expectedAt, progress, templateId }
    const { ok } = await contact.run({ id: view.id, ...said, ...told, ...when })
    if (ok) setForm(empty)
    return ok
  }
  const isReady =
    form.text.trim() !== '' &&
    form.person.trim() !== '' &&
    (!isProgress || (progress !== null && steps.trim() !== '' && agentContact.trim() !== ''))
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
          data={choicesOf(CONTACT_CHANNEL_NAMES, nameOf)}
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
          label={t(isProgress ? 'stage.progressBy' : 'act.expectedAt')}
          {...(isProgress ? { withAsterisk: true } : { description: t('act.optional') })}
          value={toField(form.expectedAt)}
          onChange={(event) => setForm({ ...form, expectedAt: fromField(event.currentTarget.value) })}
        />
        <Checkbox
          className={styles.tick ?? ''}
          label={t('stage.progress')}
          checked={isProgress}
          onChange={(event) => setProgress(event.currentTarget.checked)}
        />
        {isProgress && (
          <>
            <TextInput
              label={t('stage.progressSteps')}
              withAsterisk
              value={steps}
              onChange={(event) => setForm({ ...form, steps: event.currentTarget.value })}
            />
            <TextInput
              label={t('stage.progressContact')}
              withAsterisk
              value={agentContact}
              onChange={(event) => setForm({ ...form, agentContact: event.currentTarget.value })}
            />
          </>
        )}
        <TemplateField
          view={view}
          about={['unsolved', 'material', 'thanks']}
          values={{
            expectedAt: expectedAt === null ? '' : dateTimeText(expectedAt),
            stage: steps,
            agent: agentContact,
          }}
          onFill={(text, id) => {
            setTemplate(id)
            setForm({ ...form, text })
          }}
        />
        <TextArea
          className={styles.wide ?? ''}
          label={t('act.said')}
          withAsterisk
          minRows={2}
          value={form.text}
          error={contact.fieldErrors.text}
          onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
        />
      </div>
      <Save isBusy={contact.isBusy} isReady={isReady} onSave={save} />
    </>
  )
}

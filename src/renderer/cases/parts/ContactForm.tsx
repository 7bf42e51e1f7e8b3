import { Checkbox, Select, TextInput } from '@mantine/core'
import { z } from 'zod'
import { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS } from '../../../shared/cases/axes.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { fromField, toField } from '../times.ts'
import { Save } from './ActSave.tsx'
import styles from './page.module.css'
import { TemplateField } from './TemplateField.tsx'

const shape = z.object({
  direction: z.enum(['outbound', 'inbound']),
  channel: z.enum(CONTACT_CHANNELS),
  person: z.string(),
  text: z.string(),
  at: z.number().nullable(),
  expectedAt: z.number().nullable(),
  steps: z.string(),
  agentContact: z.string(),
  isProgress: z.boolean(),
  templateId: z.string().nullable(),
})
type Contact = z.infer<typeof shape>

const EMPTY: Contact = {
  ...{ direction: 'outbound', channel: 'phone', person: '', text: '', at: null, expectedAt: null },
  ...{ steps: '', agentContact: '', isProgress: false, templateId: null },
}

/** S1-35 S2-111 S2-120 S2-121: a contact with the customer, by itself or to tell how far it has come. */
export function ContactForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const draft = useDraft('case-contact', view.id, { initial: { ...EMPTY, person: view.contactName }, shape })
  const { isProgress, templateId, ...form } = draft.value
  const set = (change: Partial<Contact>) => draft.set((old) => ({ ...old, ...change }))
  const contact = useCommand('cases.contact')
  const { at, steps, agentContact, expectedAt, ...said } = form
  const progress = isProgress && expectedAt !== null ? { steps, expectedAt, agentContact } : null
  const save = async () => {
    const when = at === null ? {} : { at }
    const told = { expectedAt: isProgress ? null : expectedAt, progress, templateId }
    return (await contact.run({ id: view.id, ...said, ...told, ...when })).ok
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
          onChange={(value) => set({ direction: value === 'inbound' ? 'inbound' : 'outbound' })}
          data={[
            { value: 'outbound', label: t('act.outbound') },
            { value: 'inbound', label: t('act.inbound') },
          ]}
        />
        <Select
          label={t('act.channel')}
          value={form.channel}
          data={choicesOf(CONTACT_CHANNEL_NAMES, nameOf)}
          onChange={(value) => set({ channel: CONTACT_CHANNELS.find((one) => one === value) ?? 'phone' })}
        />
        <TextInput
          label={t('act.person')}
          withAsterisk
          value={form.person}
          error={contact.fieldErrors.person}
          onChange={(event) => set({ person: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('act.at')}
          description={t('form.receivedNow')}
          value={toField(at)}
          onChange={(event) => set({ at: fromField(event.currentTarget.value) })}
        />
        <TextInput
          type="datetime-local"
          label={t(isProgress ? 'stage.progressBy' : 'act.expectedAt')}
          {...(isProgress ? { withAsterisk: true } : { description: t('act.optional') })}
          value={toField(form.expectedAt)}
          onChange={(event) => set({ expectedAt: fromField(event.currentTarget.value) })}
        />
        <Checkbox
          className={styles.tick ?? ''}
          label={t('stage.progress')}
          checked={isProgress}
          onChange={(event) => set({ isProgress: event.currentTarget.checked })}
        />
        {isProgress && (
          <>
            <TextInput
              label={t('stage.progressSteps')}
              withAsterisk
              value={steps}
              onChange={(event) => set({ steps: event.currentTarget.value })}
            />
            <TextInput
              label={t('stage.progressContact')}
              withAsterisk
              value={agentContact}
              onChange={(event) => set({ agentContact: event.currentTarget.value })}
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
          onFill={(text, id) => set({ text, templateId: id })}
        />
        <TextArea
          className={styles.wide ?? ''}
          label={t('act.said')}
          withAsterisk
          minRows={2}
          value={form.text}
          error={contact.fieldErrors.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <Save isBusy={contact.isBusy} isReady={isReady} onSave={save} draft={draft} />
    </>
  )
}

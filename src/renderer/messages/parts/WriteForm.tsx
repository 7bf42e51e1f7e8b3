import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { Input, Output } from '../../../shared/contracts.ts'
import type { CaseId, MemberId } from '../../../shared/ids.ts'
import type { MessageTemplate } from '../../../shared/messages/model.ts'
import { namesIn } from '../../../shared/messages/text.ts'
import { TYPED_VARIABLES, type TypedVariable, VARIABLE_NAMES } from '../../../shared/messages/variables.ts'
import {
  MESSAGE_CHANNEL_NAMES,
  type MessageChannel,
  OCCASION_NAMES,
  type Occasion,
  SENT_OCCASIONS,
} from '../../../shared/messages/words.ts'
import type { Instant } from '../../../shared/time.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { DraftView } from './DraftView.tsx'

export type WriteAbout = { caseId?: CaseId; memberId?: MemberId; careId?: string }

type Props = {
  about: WriteAbout
  start: { occasion: Occasion; channel: MessageChannel }
  onDone: () => void
}

const OWN = 'own'

const shape = z.object({
  own: z.object({ subject: z.string(), body: z.string() }),
  values: z.partialRecord(z.enum(TYPED_VARIABLES), z.string()),
})
type Written = z.infer<typeof shape>
const EMPTY: Written = { own: { subject: '', body: '' }, values: {} }

/** Prepares a message from a wording or in a person's own words; shown as it will be before it is prepared. */
export function WriteForm({ about, start, onDone }: Props) {
  const t = useT('messages')
  const u = useT('ui')
  const nameOf = useName()
  const [occasion, setOccasion] = useState(start.occasion)
  const [channel, setChannel] = useState(start.channel)
  const [chosen, setChosen] = useState<string | null>(null)
  const [expectedAt, setExpected] = useState<Instant | null>(null)
  const kept = useDraft('message', Object.values(about).join(' '), { initial: EMPTY, shape })
  const { own, values } = kept.value
  const setOwn = (next: Written['own']) => kept.set((old) => ({ ...old, own: next }))
  const setValues = (next: Written['values']) => kept.set((old) => ({ ...old, values: next }))
  const [draft, setDraft] = useState<Output<'messages.draft'> | null>(null)
  const { data: templates = [] } = useQuery('messages.templates', {}, { topics: ['messages'] })
  const preview = useCommand('messages.draft', { quiet: true })
  const prepare = useCommand('messages.prepare', { quiet: true })
  const fitting = templates.filter(
    (one) =>
      one.state === 'published' && one.occasion === occasion && (one.channel === 'any' || one.channel === channel),
  )
  const template = chosen === OWN ? undefined : (fitting.find(({ id }) => id === chosen) ?? fitting[0])
  const needed = template ? TYPED_VARIABLES.filter((name) => isNamed(template, name)) : []
  const input: Input<'messages.prepare'> = {
    ...{ ...about, occasion, channel, expectedAt },
    ...(template ? { templateId: template.id, values: pick(values, needed) } : own),
  }
  const changed = () => {
    setDraft(null)
    prepare.clear()
  }
  const look = async () => {
    const shown = await preview.run(input)
    setDraft(shown.ok ? shown.value : null)
  }
  const save = async () => {
    const row = await prepare.run(input)
    if (!row.ok) return
    await kept.discard()
    tellDone(t(row.value.state === 'toCheck' ? 'write.preparedToCheck' : 'write.prepared'))
    onDone()
  }
  return (
    <form
      className={styles.form}
      aria-label={t('write.open')}
      onChange={changed}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Select
        label={t('write.occasion')}
        data={choicesOf(OCCASION_NAMES, nameOf).filter(({ value }) => SENT_OCCASIONS.some((one) => one === value))}
        value={occasion}
        onChange={(value) => {
          if (value === null) return
          setOccasion(value)
          changed()
        }}
      />
      <Select
        label={t('write.channel')}
        data={choicesOf(MESSAGE_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={(value) => {
          if (value === null) return
          setChannel(value)
          changed()
        }}
      />
      <Select
        label={t('write.template')}
        data={[
          ...fitting.map(({ id, name }) => ({ value: id, label: nameOf(name) })),
          { value: OWN, label: t('write.own') },
        ]}
        value={template?.id ?? OWN}
        onChange={(value) => {
          setChosen(value)
          changed()
        }}
      />
      {template && isNamed(template, 'expectedAt') && (
        <MomentField
          label={t('write.expectedAt')}
          description={t('write.expectedHint')}
          value={expectedAt}
          onChange={setExpected}
        />
      )}
      {needed.map((name) => (
        <TextArea
          key={name}
          minRows={1}
          label={nameOf(VARIABLE_NAMES[name])}
          description={t('write.fieldHint')}
          value={values[name] ?? ''}
          onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
      {!template && (
        <>
          <TextInput
            label={t('write.subject')}
            value={own.subject}
            onChange={(event) => setOwn({ ...own, subject: event.currentTarget.value })}
          />
          <TextArea
            className={styles.wide ?? ''}
            label={t('write.body')}
            withAsterisk
            minRows={3}
            value={own.body}
            onChange={(event) => setOwn({ ...own, body: event.currentTarget.value })}
          />
        </>
      )}
      {draft && <DraftView draft={draft} />}
      {(prepare.failure ?? preview.failure) && (
        <div className={styles.wide}>
          <FailureAlert failure={prepare.failure ?? preview.failure} />
        </div>
      )}
      <div className={`${styles.wide} ${styles.buttons}`}>
        <DraftHint draft={kept} />
        <Button variant="subtle" onClick={onDone}>
          {u('actions.cancel')}
        </Button>
        <Button variant="default" loading={preview.isBusy} onClick={() => void look()}>
          {t('write.preview')}
        </Button>
        <Button type="submit" loading={prepare.isBusy}>
          {t('write.prepare')}
        </Button>
      </div>
    </form>
  )
}

const isNamed = ({ subject, body }: MessageTemplate, name: string) =>
  [subject.zh, subject.en, body.zh, body.en].some((text) => namesIn(text).includes(name))

const pick = (values: Partial<Record<TypedVariable, string>>, names: readonly TypedVariable[]) =>
  Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))

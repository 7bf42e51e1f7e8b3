import { ActionIcon, Autocomplete, Button, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { CallId, MemberId } from '../../../shared/ids.ts'
import { type NewTag, newTag } from '../../../shared/wishes/model.ts'
import {
  CLOSED_TOPICS,
  STAGE_NAMES,
  STAGES,
  WISH_TOPIC_NAMES,
  WISH_TOPICS,
  WISH_VALUES,
  type WishTopic,
  wishValueName,
} from '../../../shared/wishes/words.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import overview from '../overview/overview.module.css'

const shape = z.object({
  stage: z.enum(STAGES),
  note: z.string(),
  callId: z.string().nullable(),
  tags: z.array(newTag),
})
type Draft = z.infer<typeof shape>
const EMPTY: Draft = { stage: 'enquiry', note: '', callId: null, tags: [] }

type Props = { memberId: MemberId; isInterview: boolean; onDone: () => void }

/** Tags as they are said, gathered one by one; an interview names its call and keeps its own notes too (S4-72). */
export function WishForm({ memberId, isInterview, onDone }: Props) {
  const t = useT('gathering')
  const u = useT('ui')
  const nameOf = useName()
  const draft = useDraft(isInterview ? 'member-interview' : 'member-wishes', memberId, { initial: EMPTY, shape })
  const record = useCommand('wishes.record', { quiet: true })
  const interview = useCommand('wishes.interview', { quiet: true })
  const { value } = draft
  const set = (change: Partial<Draft>) => draft.set((old) => ({ ...old, ...change }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { stage, tags, note, callId } = value
    const result = isInterview
      ? await interview.run({ memberId, stage, tags, note, callId })
      : await record.run({ memberId, stage, tags })
    if (!result.ok) return
    await draft.discard()
    tellDone(t('wishes.saved'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Select
        label={t('wishes.stage')}
        value={value.stage}
        data={choicesOf(STAGE_NAMES, nameOf)}
        onChange={(next) => set({ stage: STAGES.find((one) => one === next) ?? 'enquiry' })}
      />
      {isInterview && (
        <>
          <CallField memberId={memberId} value={value.callId} onChange={(callId) => set({ callId })} />
          <TextArea
            className={styles.wide ?? ''}
            label={t('wishes.summary')}
            minRows={2}
            maxLength={2000}
            value={value.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </>
      )}
      <TagFields
        onAdd={(tag) =>
          set({ tags: [...value.tags.filter((one) => one.topic !== tag.topic || one.value !== tag.value), tag] })
        }
      />
      <div className={styles.wide}>
        <span className={styles.faint}>{value.tags.length === 0 ? t('wishes.noTags') : t('wishes.tags')}</span>
        <ul className={overview.tags} aria-label={t('wishes.tags')}>
          {value.tags.map((tag) => {
            const name = nameOf(wishValueName(tag.topic, tag.value))
            return (
              <li key={`${tag.topic} ${tag.value}`}>
                {name} {tag.note}
                <ActionIcon
                  size={16}
                  variant="subtle"
                  color="gray"
                  aria-label={t('wishes.removeTag', { tag: name })}
                  onClick={() => set({ tags: value.tags.filter((one) => one !== tag) })}
                >
                  <IconX size={12} />
                </ActionIcon>
              </li>
            )
          })}
        </ul>
        <FailureAlert failure={record.failure ?? interview.failure} />
      </div>
      <div className={`${styles.wide} ${styles.buttons}`}>
        <DraftHint draft={draft} />
        <Button
          type="submit"
          loading={record.isBusy || interview.isBusy}
          disabled={value.tags.length === 0 && (!isInterview || value.note.trim() === '')}
        >
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}

function TagFields({ onAdd }: { onAdd: (tag: NewTag) => void }) {
  const t = useT('gathering')
  const nameOf = useName()
  const [topic, setTopic] = useState<WishTopic>('destination')
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const choices = choicesOf(WISH_VALUES[topic], nameOf)
  const known = choices.find(({ value, label }) => value === words || label === words.trim())
  const stored = known?.value ?? words.trim()
  const isReady = known !== undefined || (!CLOSED_TOPICS.includes(topic) && stored !== '')
  const add = () => {
    onAdd({ topic, value: stored, note: note.trim() })
    setWords('')
    setNote('')
  }
  const change = (next: string | null) => {
    setTopic(WISH_TOPICS.find((one) => one === next) ?? 'destination')
    setWords('')
  }
  return (
    <>
      <Select label={t('wishes.topic')} value={topic} data={choicesOf(WISH_TOPIC_NAMES, nameOf)} onChange={change} />
      {CLOSED_TOPICS.includes(topic) ? (
        <Select
          label={t('wishes.value')}
          value={known?.value ?? null}
          data={choices}
          onChange={(next) => setWords(next ?? '')}
        />
      ) : (
        <Autocomplete
          label={t('wishes.value')}
          value={words}
          maxLength={60}
          data={choices.map(({ label }) => label)}
          onChange={setWords}
        />
      )}
      <TextInput
        label={t('wishes.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button variant="default" mt={24} disabled={!isReady} onClick={add}>
        {t('wishes.addTag')}
      </Button>
    </>
  )
}

type CallProps = { memberId: MemberId; value: string | null; onChange: (id: CallId | null) => void }

/** The calls the interview may have been held in: the member's last ones. */
function CallField({ memberId, value, onChange }: CallProps) {
  const t = useT('gathering')
  const { data } = useQuery('members.history', { id: memberId, kind: 'call', limit: 10 })
  const calls = (data?.items ?? []).flatMap((item) => (item.kind === 'call' ? [item] : []))
  return (
    <Select
      label={t('wishes.callId')}
      placeholder={t('wishes.noCall')}
      clearable
      value={value}
      data={calls.map(({ id, number, text }) => ({ value: id, label: `${number} ${text}`.trim() }))}
      onChange={(next) => onChange(calls.find(({ id }) => id === next)?.id ?? null)}
    />
  )
}

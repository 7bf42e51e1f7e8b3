import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { QuestionDraft, QuestionView } from '../../../shared/exams/model.ts'
import { DIFFICULTY_NAMES, QUESTION_KIND_NAMES, TRUE_FALSE } from '../../../shared/exams/words.ts'
import { TOPIC_TABLE } from '../../../shared/training/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './exams.module.css'

const EMPTY = { zh: '', en: '' }
const BLANK: QuestionDraft = {
  kind: 'single',
  topic: 'complaintHandling',
  difficulty: 'medium',
  text: EMPTY,
  options: [EMPTY, EMPTY, EMPTY, EMPTY],
  right: [],
  guide: EMPTY,
  validFrom: null,
  validUntil: null,
}

/** What is sent: options that nobody wrote are left out, and the key names what stays. */
function tidied(draft: QuestionDraft): QuestionDraft {
  const hasOptions = draft.kind === 'single' || draft.kind === 'multiple'
  if (!hasOptions) return { ...draft, options: [], right: draft.kind === 'short' ? [] : draft.right }
  const kept = draft.options.map((option, place) => ({ option, place })).filter(({ option }) => option.zh.trim() !== '')
  return {
    ...draft,
    options: kept.map(({ option }) => option),
    right: kept.flatMap(({ place }, index) => (draft.right.includes(place) ? [index] : [])),
  }
}

/** S3-99: a question is written: in Chinese, in English too where it is wanted, with its key. */
export function QuestionForm({ known, onDone }: { known: QuestionView | null; onDone: (id: string) => void }) {
  const t = useT('exams')
  const nameOf = useName()
  const [draft, setDraft] = useState<QuestionDraft>(known ?? BLANK)
  const [reason, setReason] = useState('')
  const save = useCommand('exams.saveQuestion', { quiet: true })
  const set = (change: Partial<QuestionDraft>) => setDraft((old) => ({ ...old, ...change }))
  const submit = async () => {
    const { kind, topic, difficulty, text, options, right, guide, validFrom, validUntil } = tidied(draft)
    const question = { kind, topic, difficulty, text, options, right, guide, validFrom, validUntil }
    const done = await save.run({ ...(known ? { id: known.id } : {}), question, reason })
    if (!done.ok) return
    tellDone(t('saved'))
    onDone(done.value.id)
  }
  return (
    <form
      className={flow.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <FailureAlert failure={save.failure} />
      <FieldRow columns={3}>
        <ChoiceField
          label={t('columns.kind')}
          data={choicesOf(QUESTION_KIND_NAMES, nameOf)}
          value={draft.kind}
          onChange={(kind) => set({ kind, right: [] })}
        />
        <ChoiceField
          label={t('columns.topic')}
          data={choicesOf(TOPIC_TABLE, nameOf)}
          value={draft.topic}
          onChange={(topic) => set({ topic })}
        />
        <ChoiceField
          label={t('columns.difficulty')}
          data={choicesOf(DIFFICULTY_NAMES, nameOf)}
          value={draft.difficulty}
          onChange={(difficulty) => set({ difficulty })}
        />
      </FieldRow>
      <TextArea
        keep={{ kind: 'exams-question-form-text', subject: known?.id ?? 'new' }}
        label={t('bank.text')}
        minRows={2}
        maxLength={1000}
        value={draft.text.zh}
        onChange={(event) => set({ text: { ...draft.text, zh: event.currentTarget.value } })}
      />
      <TextArea
        keep={{ kind: 'exams-question-form-text-en', subject: known?.id ?? 'new' }}
        label={t('bank.textEn')}
        maxLength={1000}
        value={draft.text.en}
        onChange={(event) => set({ text: { ...draft.text, en: event.currentTarget.value } })}
      />
      <Options draft={draft} set={set} />
      <TextArea
        keep={{ kind: 'exams-question-form-guide', subject: known?.id ?? 'new' }}
        label={t(draft.kind === 'short' ? 'bank.guideShort' : 'bank.guide')}
        maxLength={2000}
        value={draft.guide.zh}
        onChange={(event) => set({ guide: { ...draft.guide, zh: event.currentTarget.value } })}
      />
      <FieldRow>
        <DayField label={t('bank.validFrom')} value={draft.validFrom} onChange={(validFrom) => set({ validFrom })} />
        <DayField
          label={t('bank.validUntil')}
          value={draft.validUntil}
          onChange={(validUntil) => set({ validUntil })}
        />
      </FieldRow>
      {known && (
        <TextInput
          label={t('bank.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Button type="submit" className={flow.push ?? ''} loading={save.isBusy} disabled={draft.text.zh.trim() === ''}>
        {t('bank.save')}
      </Button>
      <KeepLines kind="exams-question-lines" subject={known?.id ?? 'new'} />
    </form>
  )
}

type OptionsProps = { draft: QuestionDraft; set: (change: Partial<QuestionDraft>) => void }

function Options({ draft, set }: OptionsProps) {
  const t = useT('exams')
  const nameOf = useName()
  const { kind, options, right } = draft
  if (kind === 'short') return null
  const tick = (place: number) => {
    const rest = right.filter((one) => one !== place)
    set({ right: kind === 'multiple' ? (right.includes(place) ? rest : [...rest, place]) : [place] })
  }
  const box = (place: number, letter: string) => (
    <Checkbox aria-label={t('bank.right', { letter })} checked={right.includes(place)} onChange={() => tick(place)} />
  )
  if (kind === 'trueFalse')
    return (
      <div className={flow.line}>
        {TRUE_FALSE.map((option, place) => (
          <span key={option.zh} className={flow.line}>
            {box(place, nameOf(option))} {nameOf(option)}
          </span>
        ))}
      </div>
    )
  const change = (place: number, side: 'zh' | 'en', text: string) =>
    set({ options: options.map((one, at) => (at === place ? { ...one, [side]: text } : one)) })
  return (
    <div className={flow.stack}>
      {options.map((option, place) => {
        const letter = String.fromCharCode(65 + place)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its letter
          <div key={place} className={styles.option}>
            {box(place, letter)}
            <TextInput
              aria-label={t('bank.option', { letter })}
              placeholder={t('bank.option', { letter })}
              maxLength={300}
              value={option.zh}
              onChange={(event) => change(place, 'zh', event.currentTarget.value)}
            />
            <TextInput
              aria-label={t('bank.optionEn', { letter })}
              placeholder={t('bank.optionEn', { letter })}
              maxLength={300}
              value={option.en}
              onChange={(event) => change(place, 'en', event.currentTarget.value)}
            />
          </div>
        )
      })}
      {options.length < 8 && (
        <Button
          className={flow.push ?? ''}
          size="compact-sm"
          variant="default"
          onClick={() => set({ options: [...options, EMPTY] })}
        >
          {t('bank.addOption')}
        </Button>
      )}
    </div>
  )
}

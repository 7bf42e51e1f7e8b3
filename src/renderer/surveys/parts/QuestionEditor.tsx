import { ActionIcon, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Question } from '../../../shared/surveys/model.ts'
import { MEASURE_KINDS, MEASURE_NAMES, MEASURES, QUESTION_KIND_NAMES } from '../../../shared/surveys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import styles from './surveys.module.css'

type Props = {
  place: number
  question: Question
  onChange: (question: Question) => void
  onRemove: () => void
  onUp: (() => void) | null
}

/** One question of a questionnaire under work. */
export function QuestionEditor({ place, question, onChange, onRemove, onUp }: Props) {
  const t = useT('surveys')
  const nameOf = useName()
  const set = (part: Partial<Question>) => onChange({ ...question, ...part })
  const { kind } = question
  const measures = MEASURES.filter((measure) => MEASURE_KINDS[measure] === kind)
  return (
    <fieldset className={styles.editor} aria-label={t('forms.question', { place })}>
      <div className={`${styles.buttons} ${styles.wide}`}>
        <strong>{t('forms.question', { place })}</strong>
        <Checkbox
          label={t('forms.required')}
          checked={question.isRequired}
          onChange={(event) => set({ isRequired: event.currentTarget.checked })}
        />
        {onUp && (
          <ActionIcon className={flow.push ?? ''} variant="subtle" aria-label={t('forms.up', { place })} onClick={onUp}>
            <IconArrowUp size={15} />
          </ActionIcon>
        )}
        <ActionIcon
          className={onUp ? '' : (flow.push ?? '')}
          variant="subtle"
          color="red"
          aria-label={t('forms.remove', { place })}
          onClick={onRemove}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </div>
      <TextInput
        label={t('forms.id')}
        maxLength={24}
        value={question.id}
        onChange={(event) => set({ id: event.currentTarget.value })}
      />
      <Select
        label={t('forms.kind')}
        data={choicesOf(QUESTION_KIND_NAMES, nameOf)}
        value={kind}
        onChange={(next) => next && set({ kind: next, measure: null, poorAt: null, options: [] })}
      />
      <Select
        clearable
        label={t('forms.measure')}
        placeholder={t('forms.noMeasure')}
        data={measures.map((value) => ({ value, label: nameOf(MEASURE_NAMES[value]) }))}
        value={question.measure}
        onChange={(measure) => set({ measure })}
      />
      {kind !== 'choice' && kind !== 'text' ? (
        <NumberInput
          label={t('forms.poorAt')}
          min={0}
          max={10}
          value={question.poorAt ?? ''}
          onChange={(value) => set({ poorAt: value === '' ? null : Number(value) })}
        />
      ) : (
        <span />
      )}
      <TextArea
        keep={{ kind: 'surveys-question', subject: `${place} zh` }}
        label={t('forms.textZh')}
        maxLength={200}
        value={question.text.zh}
        onChange={(event) => set({ text: { ...question.text, zh: event.currentTarget.value } })}
      />
      <TextArea
        keep={{ kind: 'surveys-question', subject: `${place} en` }}
        label={t('forms.textEn')}
        maxLength={200}
        value={question.text.en}
        onChange={(event) => set({ text: { ...question.text, en: event.currentTarget.value } })}
      />
      {kind === 'choice' && <Options question={question} onChange={(options) => set({ options })} />}
    </fieldset>
  )
}

type Options = Question['options']

/** One choice a line: its code, its Chinese name, a bar, its English name. */
function Options({ question, onChange }: { question: Question; onChange: (options: Options) => void }) {
  const t = useT('surveys')
  const [text, setText] = useState(() =>
    question.options.map(({ code, name }) => `${code} ${name.zh} | ${name.en}`).join('\n'),
  )
  const read = (typed: string): Options =>
    typed.split('\n').flatMap((line) => {
      const [, code, zh, en] = /^\s*(\S+)\s+(.+?)\s*[|｜]\s*(.+?)\s*$/.exec(line) ?? []
      return code && zh && en ? [{ code, name: { zh, en } }] : []
    })
  return (
    <TextArea
      keep={{ kind: 'surveys-options', subject: question.id || 'new' }}
      className={styles.wide ?? ''}
      minRows={2}
      label={t('forms.options')}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(read(event.currentTarget.value))
      }}
    />
  )
}

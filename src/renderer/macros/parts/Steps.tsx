import { Checkbox } from '@mantine/core'
import type { PreviewedStep } from '../../../shared/macros/model.ts'
import { VARIABLE_NAMES } from '../../../shared/messages/variables.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { namedBy, orChinese, useName } from '../../ui/use-name.ts'
import { failureOf } from './failures.ts'
import { MessageWords } from './MessageWords.tsx'
import styles from './macros.module.css'
import { isBlankLeft, type StepWords, wordsShown } from './step-words.ts'
import { useChangeText } from './use-change-text.ts'

type Editing = {
  words: readonly StepWords[]
  onWords: (place: number, words: StepWords) => void
  skipped: readonly number[]
  onSkip: (place: number, isSkipped: boolean) => void
}

/** Every step with its words filled in, what it changes, or why it cannot be done; without `editing` only to be read. */
export function Steps({ steps, editing }: { steps: readonly PreviewedStep[]; editing?: Editing }) {
  const t = useT('macros')
  return (
    <ol className={styles.steps} aria-label={t('edit.steps')}>
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
        <li key={place}>
          <Step step={step} place={place} editing={editing} />
        </li>
      ))}
    </ol>
  )
}

type Props = { step: PreviewedStep; place: number; editing: Editing | undefined }

function Step({ step, place, editing }: Props) {
  const t = useT('macros')
  const label = t('step', { place: place + 1, act: t(`acts.${step.act}`) })
  const isSkipped = editing?.skipped.includes(place) ?? false
  const words = editing?.words[place] ?? wordsShown(step)
  const { text, message } = words
  return (
    <>
      <div className={styles.line}>
        {editing ? (
          <Checkbox
            label={label}
            checked={!isSkipped}
            onChange={(event) => editing.onSkip(place, !event.currentTarget.checked)}
          />
        ) : (
          <strong>{label}</strong>
        )}
        <State step={step} words={words} />
        {!step.mayUndo && <StateBadge tone="neutral" label={t('states.stays')} />}
      </div>
      {!isSkipped && (
        <>
          <Outcome step={step} />
          {text !== null &&
            (editing ? (
              <TextArea
                keep={{ kind: 'macros-words', subject: String(place) }}
                aria-label={label}
                minRows={1}
                placeholder={t('edit.remark')}
                maxRows={8}
                maxLength={step.longest}
                value={text}
                onChange={(event) => editing.onWords(place, { ...words, text: event.currentTarget.value })}
              />
            ) : (
              text !== '' && <div className={styles.text}>{text}</div>
            ))}
          {message !== null && (
            <MessageWords
              {...{ step, words, message, label }}
              onChange={editing && ((next) => editing.onWords(place, { ...words, message: next }))}
            />
          )}
          {isBlankLeft(step, words) && step.missing.length > 0 && <Missing names={step.missing} />}
        </>
      )}
    </>
  )
}

function State({ step, words }: { step: PreviewedStep; words: StepWords }) {
  const t = useT('macros')
  if (step.failure) return <StateBadge tone="bad" label={t('states.refused')} />
  if (isBlankLeft(step, words)) return <StateBadge tone="warn" label={t('states.blank')} />
  return <StateBadge tone="good" label={t('states.ready')} />
}

function Missing({ names }: { names: readonly string[] }) {
  const t = useT('macros')
  const nameOf = useName()
  const list = names.map((name) => namedBy(VARIABLE_NAMES, name, nameOf)).join(t('comma'))
  return <div className={styles.cause}>{t('missing', { names: list })}</div>
}

function Outcome({ step }: { step: PreviewedStep }) {
  const t = useT('macros')
  const nameOf = useName()
  const changes = useChangeText()(step)
  const failure = failureOf(step.failure)
  const { dueAt, personName, name } = step
  const facts = [
    ...(name === null ? [] : [nameOf(orChinese(name))]),
    ...(personName === null ? [] : [t('person', { name: personName })]),
    ...(dueAt === null ? [] : [t('due', { at: dateTimeText(dueAt) })]),
    ...changes,
  ]
  return (
    <>
      {failure && <div className={styles.cause}>{failureText(failure)}</div>}
      {facts.length > 0 && <div className={styles.faint}>{facts.join(' · ')}</div>}
    </>
  )
}

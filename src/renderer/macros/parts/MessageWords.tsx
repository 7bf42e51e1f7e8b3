import { TextInput } from '@mantine/core'
import type { PreviewedStep } from '../../../shared/macros/model.ts'
import { LONGEST_MESSAGE } from '../../../shared/messages/model.ts'
import { hasBlank } from '../../../shared/messages/text.ts'
import { useT } from '../../i18n/use-t.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './macros.module.css'
import { isBlankLeft, isReworded, type StepWords } from './step-words.ts'

type Words = NonNullable<StepWords['message']>
type Props = {
  step: PreviewedStep
  words: StepWords
  message: Words
  /** The step that the fields belong to, in words. */
  label: string
  /** Left out where the message is only to be read. */
  onChange?: ((message: Words) => void) | undefined
}

/** The message of a step with where it goes: to be read, or to be worded anew with its blanks filled in. */
export function MessageWords({ step, words, message, label, onChange }: Props) {
  const t = useT('macros')
  if (step.message === null) return null
  const { subject, body } = message
  const isOwn = isReworded(step, words)
  const to = (
    <div className={styles.faint}>
      {t('to', { address: step.message.maskedAddress })}
      {isOwn ? ` · ${t('ownWords')}` : step.message.needsCheck && ` · ${t('needsCheck')}`}
    </div>
  )
  if (!onChange)
    return (
      <div className={styles.text}>
        {to}
        {subject !== '' && <strong>{subject}</strong>}
        <div>{body}</div>
      </div>
    )
  const isBlank = isBlankLeft(step, words)
  return (
    <div className={styles.message}>
      <div aria-live="polite">{to}</div>
      {step.message.subject !== '' && (
        <TextInput
          label={t('message.subject')}
          aria-label={t('message.of', { label, field: t('message.subject') })}
          maxLength={LONGEST_MESSAGE.subject}
          value={subject}
          error={isBlank && hasBlank(subject) && t('message.blankSubject')}
          onChange={(event) => onChange({ ...message, subject: event.currentTarget.value })}
        />
      )}
      <TextArea
        keep={{ kind: 'macros-message', subject: step.act }}
        label={t('message.body')}
        aria-label={t('message.of', { label, field: t('message.body') })}
        minRows={2}
        maxRows={12}
        maxLength={LONGEST_MESSAGE.body}
        value={body}
        error={body.trim() === '' ? t('message.empty') : isBlank && hasBlank(body) && t('message.blankBody')}
        onChange={(event) => onChange({ ...message, body: event.currentTarget.value })}
      />
    </div>
  )
}

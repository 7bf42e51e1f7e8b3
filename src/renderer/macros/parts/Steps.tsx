import { Checkbox } from '@mantine/core'
import type { PreviewedStep } from '../../../shared/macros/model.ts'
import { hasBlank } from '../../../shared/macros/rules.ts'
import { VARIABLE_NAMES } from '../../../shared/messages/variables.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import { failureOf } from './failures.ts'
import styles from './macros.module.css'
import { useChangeText } from './use-change-text.ts'

type Editing = {
  texts: readonly (string | null)[]
  onText: (place: number, text: string) => void
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
  const text = editing ? (editing.texts[place] ?? null) : step.text
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
        <State step={step} text={text} />
        {!step.mayUndo && <StateBadge tone="neutral" label={t('states.stays')} />}
      </div>
      {!isSkipped && (
        <>
          <Outcome step={step} />
          {text !== null &&
            (editing ? (
              <TextArea
                aria-label={label}
                minRows={1}
                placeholder={t('edit.remark')}
                maxRows={8}
                maxLength={step.longest}
                value={text}
                onChange={(event) => editing.onText(place, event.currentTarget.value)}
              />
            ) : (
              text !== '' && <div className={styles.text}>{text}</div>
            ))}
          {text !== null && hasBlank(text) && <Missing names={step.missing} />}
        </>
      )}
    </>
  )
}

function State({ step, text }: { step: PreviewedStep; text: string | null }) {
  const t = useT('macros')
  if (step.failure) return <StateBadge tone="bad" label={t('states.refused')} />
  if (text !== null && hasBlank(text)) return <StateBadge tone="warn" label={t('states.blank')} />
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
  const { dueAt, personName, name, message } = step
  const facts = [
    ...(name === null ? [] : [nameOf({ zh: name.zh, en: name.en || name.zh })]),
    ...(personName === null ? [] : [t('person', { name: personName })]),
    ...(dueAt === null ? [] : [t('due', { at: dateTimeText(dueAt) })]),
    ...changes,
  ]
  return (
    <>
      {failure && <div className={styles.cause}>{failureText(failure)}</div>}
      {facts.length > 0 && <div className={styles.faint}>{facts.join(' · ')}</div>}
      {message && (
        <div className={styles.text}>
          <div className={styles.faint}>
            {t('to', { address: message.maskedAddress })}
            {message.needsCheck && ` · ${t('needsCheck')}`}
          </div>
          {message.subject !== '' && <strong>{message.subject}</strong>}
          <div>{message.body}</div>
        </div>
      )}
    </>
  )
}

import { Group, Input, Radio } from '@mantine/core'
import type { AnswerValues, Question, Questionnaire } from '../../../shared/surveys/model.ts'
import { SCALES } from '../../../shared/surveys/words.ts'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { type NameOf, useName } from '../../ui/use-name.ts'
import styles from './surveys.module.css'

type Props = {
  form: Questionnaire
  values: AnswerValues
  onChange: (values: AnswerValues) => void
  errors?: Record<string, string>
  isDisabled?: boolean
  /** What the words written here are kept for; nothing where the questions are only shown. */
  keepFor?: string | undefined
  onRestored?: (at: Instant) => void
}

/** The questions of one version of a questionnaire on the screen, each with its scale. */
export function AnswerForm({ form, values, onChange, errors = {}, isDisabled = false, keepFor, onRestored }: Props) {
  const nameOf = useName()
  const set = (id: string, value: AnswerValues[string] | undefined) => {
    const { [id]: _, ...others } = values
    onChange(value === undefined || value === '' ? others : { ...others, [id]: value })
  }
  return (
    <div className={styles.questions}>
      <p className={styles.intro}>{nameOf(form.intro)}</p>
      {form.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={values[question.id]}
          // What was chosen since is no longer missing.
          error={values[question.id] === undefined ? errors[`values.${question.id}`] : undefined}
          isDisabled={isDisabled}
          keepFor={keepFor}
          onRestored={onRestored}
          onChange={(value) => set(question.id, value)}
        />
      ))}
    </div>
  )
}

type FieldProps = {
  keepFor: string | undefined
  onRestored: Props['onRestored']
  question: Question
  value: AnswerValues[string] | undefined
  error: string | undefined
  isDisabled: boolean
  onChange: (value: AnswerValues[string] | undefined) => void
}

function QuestionField({ keepFor, onRestored, question, value, error, isDisabled, onChange }: FieldProps) {
  const nameOf = useName()
  const label = nameOf(question.text)
  const choices = useChoices(question, nameOf)
  if (question.kind === 'text')
    return (
      <TextArea
        keep={keepFor === undefined ? undefined : { kind: 'surveys-answer', subject: `${keepFor} ${question.id}` }}
        onRestored={onRestored}
        minRows={1}
        maxRows={6}
        maxLength={2000}
        label={label}
        disabled={isDisabled}
        value={typeof value === 'string' ? value : ''}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return (
    <Input.Wrapper className={styles.question ?? ''} error={error}>
      <Radio.Group
        label={label}
        withAsterisk={question.isRequired}
        value={value === undefined ? '' : String(value)}
        onChange={(text) => onChange(choices.find((choice) => String(choice.value) === text)?.value)}
      >
        <Group gap="sm">
          {choices.map((choice) => (
            <Radio key={choice.label} value={String(choice.value)} label={choice.label} disabled={isDisabled} />
          ))}
        </Group>
      </Radio.Group>
    </Input.Wrapper>
  )
}

type Choice = { value: AnswerValues[string]; label: string }

/** What can be answered: the steps of a scale, yes and no, or the choices of the question. */
function useChoices({ kind, options }: Question, nameOf: NameOf): Choice[] {
  const u = useT('ui')
  if (kind === 'text') return []
  if (kind === 'choice') return options.map(({ code, name }) => ({ value: code, label: nameOf(name) }))
  if (kind === 'yesNo')
    return [
      { value: true, label: u('states.yes') },
      { value: false, label: u('states.no') },
    ]
  const [least, most] = SCALES[kind]
  return Array.from({ length: most - least + 1 }, (_, i) => ({ value: least + i, label: String(least + i) }))
}

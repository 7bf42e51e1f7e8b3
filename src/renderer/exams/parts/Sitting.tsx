import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { AnswerGiven, PaperQuestion } from '../../../shared/exams/model.ts'
import { QUESTION_KIND_NAMES } from '../../../shared/exams/words.ts'
import { MINUTE } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { AttemptSheet } from './AttemptSheet.tsx'
import styles from './exams.module.css'
import { useAttempt } from './use-attempt.ts'
import { useSaid } from './use-said.ts'

const clockText = (ms: number) => {
  const seconds = Math.ceil(ms / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

const isGiven = (answer: AnswerGiven | null) =>
  answer !== null && (answer.choices.length > 0 || answer.text.trim() !== '')

type Props = { examId: string; onClose: () => void }

/** S3-99: an exam is sat: what is answered is stored at once, and the time runs on whatever happens to the window. */
export function Sitting({ examId, onClose }: Props) {
  const t = useT('exams')
  const u = useT('ui')
  const { attempt, failure, leftMs, saving, answer, handIn } = useAttempt(examId)
  const [given, setGiven] = useState<ReadonlyMap<number, AnswerGiven>>(new Map())
  if (failure)
    return (
      <div className={styles.sheet}>
        <FailureAlert failure={failure} />
        <Button onClick={onClose}>{t('sheet.back')}</Button>
      </div>
    )
  if (!attempt) return <p className={record.faint}>{u('states.loading')}</p>
  if (attempt.state !== 'running') return <AttemptSheet attemptId={attempt.id} onClose={onClose} />
  const answerOf = (question: PaperQuestion) => given.get(question.place) ?? question.answer
  const done = attempt.questions.filter((question) => isGiven(answerOf(question))).length
  const all = attempt.questions.length
  const send = async () => {
    const text = done < all ? t('sheet.sureText', { open: all - done }) : t('sheet.sureAll')
    if (await confirmDialog({ title: t('sheet.sure'), text, confirm: t('sheet.handIn') })) await handIn()
  }
  const words = { saved: t('sheet.saved'), saving: t('sheet.saving'), failed: t('sheet.unsaved') }
  return (
    <section className={styles.sheet} aria-label={t('sheet.label', { title: attempt.title })}>
      <div className={styles.sheetHead}>
        <h2>{attempt.title}</h2>
        <span className={record.faint}>{t('sheet.left')}</span>
        <time className={styles.clock} data-late={leftMs < 5 * MINUTE || undefined} aria-live="off">
          {clockText(leftMs)}
        </time>
        <span>{t('sheet.answered', { done, all })}</span>
        <span className={record.faint} role="status">
          {words[saving]}
        </span>
        <Button className={flow.push ?? ''} onClick={() => void send()}>
          {t('sheet.handIn')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <div className={styles.questions} tabIndex={0}>
        {attempt.questions.map((question) => (
          <Question
            key={question.place}
            question={question}
            answer={answerOf(question)}
            onAnswer={(next) => {
              setGiven((old) => new Map(old).set(question.place, next))
              answer(question.place, next)
            }}
          />
        ))}
      </div>
    </section>
  )
}

type QuestionProps = { question: PaperQuestion; answer: AnswerGiven | null; onAnswer: (answer: AnswerGiven) => void }

function Question({ question, answer, onAnswer }: QuestionProps) {
  const t = useT('exams')
  const nameOf = useName()
  const said = useSaid()
  const { place, kind, text, options, outOf } = question
  const choices = answer?.choices ?? []
  const choose = (value: number[]) => onAnswer({ choices: value, text: '' })
  return (
    <fieldset className={styles.question} aria-label={t('sheet.question', { place })}>
      <legend>
        {place}. {said(text)}{' '}
        <span className={record.faint}>
          {nameOf(QUESTION_KIND_NAMES[kind])} · {t('sheet.points', { points: outOf })}
        </span>
      </legend>
      {kind === 'short' ? (
        <ShortAnswer place={place} text={answer?.text ?? ''} onAnswer={onAnswer} />
      ) : (
        <Stack gap={6}>
          {options.map((option) => {
            const isChosen = choices.includes(option.place)
            if (kind !== 'multiple')
              return (
                <Radio
                  key={option.place}
                  name={`question-${place}`}
                  label={said(option)}
                  checked={isChosen}
                  onChange={() => choose([option.place])}
                />
              )
            const rest = choices.filter((one) => one !== option.place)
            return (
              <Checkbox
                key={option.place}
                label={said(option)}
                checked={isChosen}
                onChange={() => choose(isChosen ? rest : [...rest, option.place])}
              />
            )
          })}
        </Stack>
      )}
    </fieldset>
  )
}

/** Stored when the writer pauses, and at the latest on leaving the field. */
const PAUSE_MS = 700

function ShortAnswer({ place, text, onAnswer }: { place: number; text: string; onAnswer: (a: AnswerGiven) => void }) {
  const t = useT('exams')
  const [typed, setTyped] = useState(text)
  const latest = useRef({ typed, sent: text, onAnswer })
  Object.assign(latest.current, { typed, onAnswer })
  const flush = useRef(() => {
    const now = latest.current
    if (now.typed === now.sent) return
    now.sent = now.typed
    now.onAnswer({ choices: [], text: now.typed })
  }).current
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the text starts the pause anew
  useEffect(() => {
    const timer = setTimeout(flush, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, flush])
  return (
    <TextArea
      aria-label={`${t('sheet.question', { place })} ${t('sheet.yourAnswer')}`}
      minRows={4}
      maxRows={14}
      maxLength={4000}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={flush}
    />
  )
}

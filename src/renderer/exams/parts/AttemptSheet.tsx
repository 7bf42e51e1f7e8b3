import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AttemptView, PaperQuestion } from '../../../shared/exams/model.ts'
import { ATTEMPT_STATE_NAMES, QUESTION_KIND_NAMES } from '../../../shared/exams/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { countText, durationText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ATTEMPT_TONES, scoreTone } from '../tones.ts'
import styles from './exams.module.css'
import { useSaid } from './use-said.ts'

type Props = { attemptId: string; onClose: () => void }

/** S3-99: a sheet that was handed in: read by its writer, marked by a lead where an answer waits for a person. */
export function AttemptSheet({ attemptId, onClose }: Props) {
  const t = useT('exams')
  const nameOf = useName()
  const me = useSession((state) => state.user)
  const { data, failure } = useQuery('exams.attempt', { attemptId }, { topics: ['exams'] })
  if (failure) return <FailureAlert failure={failure} />
  if (!data) return null
  const { title, name, state, score, passMark, endedBy, clockBackMs, userId } = data
  const mayMark = me !== null && me?.role !== 'agent' && me?.id !== userId && state !== 'running'
  const isPassed = score === null ? null : score >= passMark
  return (
    <section className={styles.sheet} aria-label={t('sheet.label', { title })}>
      <div className={styles.sheetHead}>
        <h2>
          {title} · {name}
        </h2>
        <StateBadge tone={ATTEMPT_TONES[state]} label={nameOf(ATTEMPT_STATE_NAMES[state])} />
        {score !== null && (
          <StateBadge tone={scoreTone(isPassed)} label={`${t(isPassed ? 'passed' : 'failed')} ${countText(score)}`} />
        )}
        {endedBy === 'time' && <span className={record.faint}>{t('sheet.byTime')}</span>}
        {clockBackMs > 0 && (
          <StateBadge tone="warn" label={t('sheet.clockBack', { time: durationText(clockBackMs) })} />
        )}
        <Button className={flow.push ?? ''} variant="default" onClick={onClose}>
          {t('sheet.back')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <div className={styles.questions} tabIndex={0}>
        {!data.isOpened && <p className={record.faint}>{t('mine.opened')}</p>}
        {data.questions.map((question) => (
          <Answered key={question.place} sheet={data} question={question} mayMark={mayMark} />
        ))}
      </div>
    </section>
  )
}

type AnsweredProps = { sheet: AttemptView; question: PaperQuestion; mayMark: boolean }

function Answered({ sheet, question, mayMark }: AnsweredProps) {
  const t = useT('exams')
  const { place, kind, text, answer, points, outOf, remark } = question
  const nameOf = useName()
  const said = useSaid()
  const namesOf = (places: readonly number[]) =>
    question.options.filter((one) => places.includes(one.place)).map((one) => said(one))
  const given = kind === 'short' ? (answer?.text ?? '') : namesOf(answer?.choices ?? []).join('；')
  return (
    <section className={styles.question} aria-label={t('sheet.question', { place })}>
      <div className={flow.stack}>
        <strong>
          {place}. {said(text)} <span className={record.faint}>{nameOf(QUESTION_KIND_NAMES[kind])}</span>
        </strong>
        <p className={flow.text}>{given === '' ? t('sheet.none') : given}</p>
        {sheet.isOpened && (
          <span>
            {points === null ? (
              <StateBadge tone="warn" label={t('sheet.waiting')} />
            ) : (
              <StateBadge tone={points === outOf ? 'good' : 'neutral'} label={t('sheet.of', { points, outOf })} />
            )}
          </span>
        )}
        <Key question={question} names={namesOf(question.right ?? [])} />
        {remark !== '' && <p className={flow.text}>{t('sheet.remarked', { text: remark })}</p>}
        {mayMark && kind === 'short' && <MarkForm attemptId={sheet.id} question={question} />}
      </div>
    </section>
  )
}

/** What is right and why, once it may be seen. */
export function Key({
  question,
  names,
}: {
  question: Pick<PaperQuestion, 'kind' | 'right' | 'guide'>
  names: string[]
}) {
  const t = useT('exams')
  const said = useSaid()
  if (question.right === null || question.guide === null) return null
  const guide = said(question.guide)
  return (
    <div className={styles.key}>
      {names.length > 0 && <div>{t('sheet.right', { text: names.join('；') })}</div>}
      {guide !== '' && <div>{t(question.kind === 'short' ? 'sheet.key' : 'sheet.guide', { text: guide })}</div>}
    </div>
  )
}

function MarkForm({ attemptId, question }: { attemptId: string; question: PaperQuestion }) {
  const t = useT('exams')
  const { place, outOf } = question
  const [points, setPoints] = useState<number | null>(question.points)
  const [remark, setRemark] = useState(question.remark)
  const mark = useCommand('exams.mark')
  const save = async () => {
    if (points === null) return
    const done = await mark.run({ attemptId, place, points, remark })
    if (done.ok) tellDone(t('sheet.marked'))
  }
  return (
    <div className={flow.line}>
      <NumberInput
        aria-label={t('sheet.mark', { place })}
        w={84}
        min={0}
        max={outOf}
        allowDecimal={false}
        value={points ?? ''}
        onChange={(value) => setPoints(typeof value === 'number' ? value : null)}
      />
      <TextInput
        aria-label={t('sheet.markRemark', { place })}
        placeholder={t('sheet.remark')}
        style={{ flex: 1 }}
        maxLength={500}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <Button loading={mark.isBusy} disabled={points === null} onClick={() => void save()}>
        {t('sheet.markSave', { place })}
      </Button>
    </div>
  )
}

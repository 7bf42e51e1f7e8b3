import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { Marks, ReviewView } from '../../../shared/reviews/model.ts'
import { DECISION_NAMES } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { MarksForm } from './MarksForm.tsx'
import styles from './reviews.module.css'

/** What the person judged says: the result is taken, or disputed with a reason. */
export function Answer({ view }: { view: ReviewView }) {
  const t = useT('reviews')
  const answer = useCommand('reviews.answer')
  const send = (isDisputed: boolean) => async (text: string) => {
    const sent = await answer.run({ id: view.id, isDisputed, text })
    if (sent.ok) tellDone(t('done'))
    return sent.ok
  }
  if (view.mayAnswer)
    return (
      <TextAct
        keep={{ kind: 'reviews-answer-text', subject: view.id }}
        label={t('answer.text')}
        buttons={[
          { label: t('answer.dispute'), onSend: send(true), isBusy: answer.isBusy },
          { label: t('answer.take'), onSend: send(false), isBusy: answer.isBusy, isMain: true, isFree: true },
        ]}
      />
    )
  if (view.answeredAt === null) return <div className={styles.faint}>{t('answer.none')}</div>
  return (
    <div className={flow.stack}>
      {view.answer !== '' && <p className={flow.text}>{view.answer}</p>}
      <div className={styles.faint}>{t('answer.at', { time: dateTimeText(view.answeredAt) })}</div>
    </div>
  )
}

/** The second reader of a dispute: the marks stand, or others take their place. */
export function Decide({ view }: { view: ReviewView }) {
  const t = useT('reviews')
  const nameOf = useName()
  const [isChanging, setChanging] = useState(false)
  const own = view.form.groups.flatMap(({ items }) => items).filter(({ computed }) => computed === null)
  const [marks, setMarks] = useState<Marks>(() => Object.fromEntries(own.map(({ id }) => [id, view.marks[id] ?? null])))
  const decide = useCommand('reviews.decide')
  const send = async (text: string) => {
    const decision = isChanging ? ({ decision: 'changed', marks } as const) : ({ decision: 'upheld' } as const)
    const sent = await decide.run({ id: view.id, text, ...decision })
    if (sent.ok) tellDone(t('done'))
    return sent.ok
  }
  if (view.decision !== null)
    return (
      <div className={flow.stack}>
        <p className={flow.text}>
          <strong>{nameOf(DECISION_NAMES[view.decision])}</strong> {view.decisionText}
        </p>
        <div className={styles.faint}>
          {t('decision.by', {
            name: view.decidedByName ?? '',
            time: view.decidedAt === null ? '' : dateTimeText(view.decidedAt),
          })}
        </div>
      </div>
    )
  return (
    <div className={flow.stack}>
      <Switch
        label={t('decision.changeMarks')}
        checked={isChanging}
        onChange={(event) => setChanging(event.currentTarget.checked)}
      />
      {isChanging && <MarksForm form={view.form} computed={view.marks} marks={marks} onMarks={setMarks} />}
      <TextAct
        keep={{ kind: 'reviews-decide-text', subject: view.id }}
        label={t('decision.text')}
        buttons={[
          {
            label: t(isChanging ? 'decision.change' : 'decision.uphold'),
            onSend: send,
            isBusy: decide.isBusy,
            isMain: true,
          },
        ]}
      />
    </div>
  )
}

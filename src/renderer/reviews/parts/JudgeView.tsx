import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import type { Input, Output } from '../../../shared/contracts.ts'
import type { Marks } from '../../../shared/reviews/model.ts'
import { FORM_KIND_NAMES } from '../../../shared/reviews/words.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { FiguresView } from './FiguresView.tsx'
import { MarksForm, missingMarks } from './MarksForm.tsx'
import styles from './reviews.module.css'

type Props = {
  which: Input<'reviews.begin'>
  auditItemId: string | undefined
  auditId: string | undefined
}

/** S2-135 S2-136: judging one complaint or call, its own figures beside the form. */
export function JudgeView({ which, auditItemId, auditId }: Props) {
  const t = useT('reviews')
  const u = useT('ui')
  const { data, failure, reload } = useQuery('reviews.begin', which, { clearOnChange: true })
  const back = () => go('reviews', auditId === undefined ? {} : { tab: 'audits', auditId })
  return (
    <div className="page">
      <PageHeader
        title={data ? t('judging', { number: data.subject.number }) : t('judge')}
        actions={
          <Button variant="default" onClick={back}>
            {u('actions.back')}
          </Button>
        }
      />
      <FailureAlert failure={failure} onRetry={reload} />
      {data && <Judge begun={data} auditItemId={auditItemId} onDone={back} />}
    </div>
  )
}

type JudgeProps = { begun: Output<'reviews.begin'>; auditItemId: string | undefined; onDone: () => void }

function Judge({ begun, auditItemId, onDone }: JudgeProps) {
  const t = useT('reviews')
  const nameOf = useName()
  const [marks, setMarks] = useState<Marks>({})
  const [notes, setNotes] = useState<Record<string, string>>({})
  const [comment, setComment] = useState('')
  const give = useCommand('reviews.give')
  const { subject, form, formVersion, computed, figures, refusal, earlier } = begun
  const missing = missingMarks(form, marks)
  const submit = async () => {
    const about = subject.caseId === null ? { callId: subject.callId ?? undefined } : { caseId: subject.caseId }
    const given = await give.run({ ...about, formVersion, marks, notes, comment, auditItemId })
    if (!given.ok) return
    tellDone(t('given', { total: given.value.total }))
    if (auditItemId === undefined) go('reviews', { id: given.value.id })
    else onDone()
  }
  return (
    <div className={styles.judge}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <section className={styles.side} aria-label={t('marks')} tabIndex={0}>
        <h2>
          {nameOf(form.name)} <span className={styles.faint}>{t('formVersion', { version: formVersion })}</span>
        </h2>
        {refusal === null ? (
          <>
            <MarksForm {...{ form, computed, marks, notes }} onMarks={setMarks} onNotes={setNotes} />
            <TextArea
              keep={{
                kind: 'reviews-judge-comment',
                subject: auditItemId ?? begun.subject.caseId ?? begun.subject.callId ?? begun.subject.number,
              }}
              label={t('comment')}
              minRows={2}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
            <div className={styles.line}>
              {missing > 0 && <span className={styles.faint}>{t('missing', { count: missing })}</span>}
              <Button
                className={flow.push ?? ''}
                loading={give.isBusy}
                disabled={missing > 0}
                onClick={() => void submit()}
              >
                {t('give')}
              </Button>
            </div>
          </>
        ) : (
          <Alert color="yellow" title={t('notNow')}>
            {failureText({ code: 'RULE', rule: refusal, params: {} })}
          </Alert>
        )}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <section className={styles.side} aria-label={t('figures')} tabIndex={0}>
        <h2>{t('figures')}</h2>
        <div className={styles.faint}>
          {nameOf(FORM_KIND_NAMES[subject.kind])} · {subject.number} · {subject.agentName ?? '—'}
        </div>
        <FiguresView figures={figures} />
        {earlier.length > 0 && (
          <>
            <h2>{t('earlier')}</h2>
            {earlier.map((row) => (
              <div key={row.id} className={styles.faint}>
                {row.reviewerName} · {t('points', { points: row.total })}
              </div>
            ))}
          </>
        )}
      </section>
    </div>
  )
}

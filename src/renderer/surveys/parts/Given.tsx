import type { AnswerView } from '../../../shared/surveys/views.ts'
import { DECISION_NAMES, SURVEY_CHANNEL_NAMES } from '../../../shared/surveys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from './surveys.module.css'

/** One answer, question by question in the words it was asked with; what is poor stands out. */
export function Given({ answer }: { answer: AnswerView }) {
  const t = useT('surveys')
  const u = useT('ui')
  const nameOf = useName()
  const { data: form } = useQuery('surveys.form', { id: answer.form.id }, { topics: ['policies'] })
  const lines = (form?.body.questions ?? []).flatMap(({ id, text, options }) => {
    const value = answer.values[id]
    if (value === undefined) return []
    const option = options.find(({ code }) => code === value)
    const said = typeof value === 'boolean' ? u(value ? 'states.yes' : 'states.no') : String(value)
    return [{ id, text: nameOf(text), said: option ? nameOf(option.name) : said }]
  })
  return (
    <>
      <div className={styles.buttons}>
        <StateBadge tone="info" label={nameOf(SURVEY_CHANNEL_NAMES[answer.channel])} />
        <span className={flow.faint}>{t('round', { round: answer.round })}</span>
        <span className={flow.faint}>{t('version', { version: answer.form.version })}</span>
        <span className={flow.faint}>
          {t('answered', { time: dateTimeText(answer.answeredAt), name: answer.enteredByName })}
        </span>
        <span className={flow.faint}>
          {answer.agentName === null ? t('noCredit') : t('credited', { name: answer.agentName })}
        </span>
      </div>
      <dl className={styles.given}>
        {lines.map(({ id, text, said }) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>{text}</dt>
            <dd data-poor={answer.poorOn.includes(id) || undefined}>{said}</dd>
          </div>
        ))}
      </dl>
      {answer.decision !== null && answer.decidedAt !== null && (
        <p className={flow.text}>
          {t('decision.by', {
            time: dateTimeText(answer.decidedAt),
            name: answer.decidedByName ?? '',
            decision: nameOf(DECISION_NAMES[answer.decision]),
          })}
          {' · '}
          {answer.decisionNote}
        </p>
      )}
    </>
  )
}

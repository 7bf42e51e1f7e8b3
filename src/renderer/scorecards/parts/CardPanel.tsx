import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { CardView } from '../../../shared/scorecards/views.ts'
import {
  ANSWER_STATE_NAMES,
  CHANGE_STAGE_NAMES,
  RATER_GAP_NAMES,
  RATER_NAMES,
  ROUND_STATE_NAMES,
} from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, moneyText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { ANSWER_TONES, plain, ROUND_TONES } from '../show.ts'
import { AnswerPart } from './AnswerPart.tsx'
import { AssessorPart } from './AssessorPart.tsx'
import { ChangePart } from './ChangePart.tsx'
import { Figures } from './Figures.tsx'
import { LeadPart } from './LeadPart.tsx'
import { SelfPart } from './SelfPart.tsx'
import styles from './scorecards.module.css'

/** One person's month: numbers, both assessments, how the result came about, and what was said to it. */
export function CardPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const me = useSession((state) => state.user)
  const query = useQuery('scorecards.card', { id }, { topics: ['scorecards', 'users'], clearOnChange: true })
  const { data: card, failure, reload } = query
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!card) return null
  const isOwn = card.userId === me?.id
  const title = t('card', { name: card.name, month: card.month })
  const isOut = card.state === 'published' || card.state === 'frozen'
  return (
    <DetailPanel
      title={title}
      label={title}
      badges={
        <>
          <StateBadge tone={ROUND_TONES[card.state]} label={nameOf(ROUND_STATE_NAMES[card.state])} />
          {isOut && <StateBadge tone={ANSWER_TONES[card.answer]} label={nameOf(ANSWER_STATE_NAMES[card.answer])} />}
        </>
      }
      onClose={onClose}
    >
      {card.notes.map(({ kind, name }) => (
        <p key={kind} className={styles.warn}>
          {t(`notes.${kind}`, { name })}
        </p>
      ))}
      <Section title={t('result.title')}>
        <ResultPart card={card} isOwn={isOwn} />
      </Section>
      <Section title={t('figures.title')}>
        <Figures card={card} />
      </Section>
      <Section title={t('self.title')}>
        <SelfPart key={`${card.selfSeq}`} card={card} isOwn={isOwn} />
      </Section>
      <Section title={t('lead.title')}>
        <LeadPart key={`${card.seq}`} card={card} isAssessor={card.leadId === me?.id && !isOwn} />
      </Section>
      {card.changes.length > 0 && (
        <Section title={t('changes.title')}>
          <Changes card={card} />
        </Section>
      )}
      <ChangePart card={card} isOwn={isOwn} />
      {isOut && (
        <Section title={t('answer.title')}>
          <AnswerPart card={card} isOwn={isOwn} />
        </Section>
      )}
      {me?.role === 'manager' && card.state === 'collecting' && (
        <Section title={t('assessor.title')}>
          <AssessorPart card={card} />
        </Section>
      )}
      {card.sha256 !== null && (
        <Section title={t('frozen.title')}>
          <p className={flow.text}>
            <StateBadge tone={card.isWhole ? 'good' : 'bad'} label={t(card.isWhole ? 'round.whole' : 'round.broken')} />{' '}
            <span className="mono">{card.sha256.slice(0, 32)}…</span>
          </p>
        </Section>
      )}
    </DetailPanel>
  )
}

/** S3-107 S3-112: how three raters come to the total, the grade and the bonus. */
function ResultPart({ card, isOwn }: { card: CardView; isOwn: boolean }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const { result, frozenResult, scheme, customers } = card
  const people =
    customers.count === 0 ? t('noCustomers') : t('customers', { count: customers.count, mean: plain(customers.mean) })
  if (!result || result.total === null)
    return (
      <>
        <p className={flow.faint}>{t(!result && isOwn ? 'result.hidden' : 'result.none')}</p>
        <p className={flow.faint}>{people}</p>
      </>
    )
  const grade = scheme.grades.find(({ code }) => code === result.grade)
  return (
    <>
      <Facts
        columns={3}
        facts={[
          { label: t('result.total'), value: <span className={styles.total}>{plain(result.total)}</span> },
          { label: t('result.grade'), value: grade ? `${grade.code} ${nameOf(grade.name)}` : '—' },
          { label: t('result.bonus'), value: result.bonusFen === null ? '—' : moneyText(result.bonusFen) },
        ]}
      />
      {frozenResult && (
        <p className={styles.warn}>
          {t('result.wasFrozen', { total: plain(frozenResult.total), grade: frozenResult.grade ?? '—' })}
        </p>
      )}
      <div className={styles.wide}>
        <table className={styles.table} aria-label={t('result.title')}>
          <thead>
            <tr>
              <th scope="col">{t('result.rater')}</th>
              {(['weight', 'share', 'points', 'part'] as const).map((key) => (
                <th key={key} scope="col" data-number>
                  {t(`result.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.raters.map(({ rater, weight, share, points, gap }) => (
              <tr key={rater} data-faint={share === 0 || undefined}>
                <th scope="row">
                  {nameOf(RATER_NAMES[rater])}
                  {gap && <div className={flow.faint}>{nameOf(RATER_GAP_NAMES[gap])}</div>}
                </th>
                <td data-number>{weight}%</td>
                <td data-number>{share}%</td>
                <td data-number>{plain(points)}</td>
                <td data-number>{points === null ? '—' : Math.round(share * points) / 100}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={flow.faint}>{people}</p>
    </>
  )
}

function Changes({ card }: { card: CardView }) {
  const t = useT('scorecards')
  const nameOf = useName()
  return (
    <ul className={styles.list}>
      {card.changes.map((one) => (
        <li key={one.id}>
          <strong>{nameOf(CHANGE_STAGE_NAMES[one.stage])}</strong>
          <span>
            {t('changes.line', {
              indicator: nameOf(INDICATOR_TABLE[one.indicator].name),
              from: plain(one.from),
              to: plain(one.to),
            })}
          </span>
          <span className={styles.grow}>{one.reason}</span>
          <span className={flow.faint}>
            {one.byName} · {dateTimeText(one.at)}
          </span>
        </li>
      ))}
    </ul>
  )
}

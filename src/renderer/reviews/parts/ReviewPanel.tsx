import { Alert, Anchor, Button } from '@mantine/core'
import type { ReviewView } from '../../../shared/reviews/model.ts'
import { REVIEW_STATE_NAMES } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { STATE_TONES } from '../words.ts'
import { Answer, Decide } from './Answer.tsx'
import { Coaching } from './Coaching.tsx'
import { FiguresView } from './FiguresView.tsx'
import styles from './reviews.module.css'

/** One judgement: the points of each standard, every mark, what the person says, and what follows. */
export function ReviewPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('reviews')
  const nameOf = useName()
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const { data, failure, reload } = useQuery('reviews.show', { id }, { topics: ['reviews'], clearOnChange: true })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!data) return null
  const improve = () =>
    go('improvements', { source: 'review', sourceId: id, title: t('improvementTitle', { number: data.number }) })
  return (
    <DetailPanel
      title={`${data.number} · ${data.agentName}`}
      label={t('detail', { number: data.number })}
      badges={<StateBadge tone={STATE_TONES[data.state]} label={nameOf(REVIEW_STATE_NAMES[data.state])} />}
      actions={
        !isAgent && (
          <Button size="compact-sm" variant="default" onClick={improve}>
            {t('toImprovement')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={t('total')}>
        <Total view={data} />
      </Section>
      <Section title={t('answer.title')}>
        <Answer view={data} />
      </Section>
      {(data.mayDecide || data.decision !== null) && (
        <Section title={t('decision.title')}>
          <Decide view={data} />
        </Section>
      )}
      <Section title={t('coaching.title')}>
        <Coaching view={data} />
      </Section>
      <Section title={t('marks')}>
        <Marks view={data} />
      </Section>
      <Section title={t('figures')}>
        <FiguresView figures={data.figures} />
      </Section>
    </DetailPanel>
  )
}

function Total({ view }: { view: ReviewView }) {
  const t = useT('reviews')
  const nameOf = useName()
  const { form, result, caseId } = view
  const failed = form.groups.flatMap(({ items }) => items).find(({ id }) => id === result.failedItem)
  return (
    <div className={flow.stack}>
      <div className={styles.line}>
        <span className={styles.total}>{view.total}</span>
        <span className={styles.faint}>
          {view.reviewerName} · {dateTimeText(view.reviewedAt)} · {t('formVersion', { version: view.formVersion })}
          {view.firstTotal !== null && ` · ${t('firstTotal', { total: view.firstTotal })}`}
        </span>
        {caseId !== null && (
          <Anchor
            className={`num ${flow.push}`}
            component="button"
            type="button"
            onClick={() => go('cases', { id: caseId })}
          >
            {view.number}
          </Anchor>
        )}
      </div>
      {failed && <Alert color="red">{t('failed', { item: nameOf(failed.name) })}</Alert>}
      <div className={styles.bars}>
        {result.groups.map(({ id, points }) => {
          const group = form.groups.find((one) => one.id === id)
          return [
            <span key={`${id} name`}>{group ? nameOf(group.name) : id}</span>,
            <span key={`${id} bar`} className={styles.bar} aria-hidden>
              <span style={{ width: `${points ?? 0}%` }} />
            </span>,
            <span key={`${id} points`} className="num">
              {points === null ? t('noPoints') : t('points', { points })}
            </span>,
          ]
        })}
      </div>
      {view.comment !== '' && <p className={flow.text}>{view.comment}</p>}
    </div>
  )
}

function Marks({ view }: { view: ReviewView }) {
  const t = useT('reviews')
  const nameOf = useName()
  return (
    <div className={styles.groups}>
      {view.form.groups.map((group) => (
        <section key={group.id} className={styles.group} aria-label={nameOf(group.name)}>
          <h4 className={styles.groupHead}>{nameOf(group.name)}</h4>
          {group.items.map((item) => {
            const mark = view.marks[item.id] ?? null
            return (
              <div key={item.id} className={styles.item}>
                <span>{nameOf(item.name)}</span>
                <span className={styles.computed}>
                  <strong className="num">{mark === null ? t('na') : mark}</strong>
                  {item.computed !== null && <span className={styles.faint}>{t('computed')}</span>}
                </span>
                {view.notes[item.id] && <span className={`${styles.faint} ${styles.note}`}>{view.notes[item.id]}</span>}
              </div>
            )
          })}
        </section>
      ))}
    </div>
  )
}

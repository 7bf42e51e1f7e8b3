import type { Authorisation } from '../../../shared/trust/model.ts'
import {
  AUTHORISATION_NAMES,
  AUTHORISATION_STATE_NAMES,
  REVIEW_RESULT_NAMES,
  type ReviewResult,
} from '../../../shared/trust/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { RIGHT_TONES } from '../tones.ts'
import styles from './trust.module.css'

/** One authorisation: who gave it to whom, why and until when; its reviews, and the way to take it back. */
export function RightPanel({ row, onClose }: { row: Authorisation; onClose: () => void }) {
  const t = useT('trust')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const at = dateTimeText(row.givenAt)
  return (
    <DetailPanel
      title={`${row.userName} · ${nameOf(AUTHORISATION_NAMES[row.kind])}`}
      label={t('detail.right', { name: row.userName })}
      badges={<StateBadge tone={RIGHT_TONES[row.state]} label={nameOf(AUTHORISATION_STATE_NAMES[row.state])} />}
      onClose={onClose}
    >
      <Section title={t('parts.facts')}>
        <p className={styles.text}>{row.reason}</p>
        {row.caseNumber !== null && <div className="num">{row.caseNumber}</div>}
        {row.memberCard !== null && <div className="num">{row.memberCard}</div>}
        <div>{t('inForceUntil', { from: dateTimeText(row.fromAt), until: dateTimeText(row.untilAt) })}</div>
        <div className={record.faint}>
          {row.kind === 'breakGlass' ? t('takenBy', { at }) : t('givenBy', { name: row.givenByName, at })}
        </div>
        {row.endedAt !== null && (
          <div className={record.faint}>
            {t('endedBy', {
              name: row.endedByName ?? '',
              at: dateTimeText(row.endedAt),
              reason: row.endReason ?? '',
            })}
          </div>
        )}
      </Section>
      <Section title={t('parts.reviews')}>
        <Reviews row={row} />
        {isManager && <Acts row={row} />}
      </Section>
    </DetailPanel>
  )
}

function Reviews({ row }: { row: Authorisation }) {
  const t = useT('trust')
  const nameOf = useName()
  return (
    <>
      {row.reviews.length === 0 && <div className={record.faint}>{t('noReview')}</div>}
      <ul className={record.list} aria-label={t('parts.reviews')}>
        {row.reviews.map((review) => (
          <li key={review.at}>
            <div className={record.line}>
              {nameOf(REVIEW_RESULT_NAMES[review.result])}
              <span className={record.push}>{`${review.byName} ${dateTimeText(review.at)}`}</span>
            </div>
            <div className={record.faint}>{review.note}</div>
          </li>
        ))}
      </ul>
      {row.isReviewDue ? (
        <StateBadge tone="warn" label={t('reviewDue')} />
      ) : (
        row.reviewAt !== null && <div className={record.faint}>{t('reviewOn', { at: dateTimeText(row.reviewAt) })}</div>
      )}
    </>
  )
}

function Acts({ row }: { row: Authorisation }) {
  const t = useT('trust')
  const me = useSession((state) => state.user?.id)
  const review = useCommand('authorisations.review')
  const end = useCommand('authorisations.end')
  const { id, kind, state } = row
  const isRunning = state === 'inForce' || state === 'coming'
  const send = (result: ReviewResult) => async (note: string) => (await review.run({ id, result, note })).ok
  const button = (label: string, result: ReviewResult) => ({
    ...{ label, onSend: send(result), isBusy: review.isBusy, isFree: result === 'keep' },
  })
  const judging = [button(t('acts.justified'), 'justified'), button(t('acts.unjustified'), 'unjustified')]
  const keeping = [button(t('acts.keep'), 'keep'), button(t('acts.endRight'), 'end')]
  const isToReview = kind === 'breakGlass' ? row.reviews.length === 0 : isRunning
  return (
    <>
      {isToReview && kind === 'breakGlass' && row.userId === me && <div className={record.faint}>{t('byAnother')}</div>}
      {isToReview && row.userId !== me && (
        <TextAct
          keep={{ kind: 'trust-right-panel-break-glass', subject: row.id }}
          label={t('fields.note')}
          buttons={kind === 'breakGlass' ? judging : keeping}
        />
      )}
      {isRunning && kind === 'breakGlass' && (
        <TextAct
          keep={{ kind: 'trust-right-panel-end-reason', subject: row.id }}
          label={t('fields.endReason')}
          buttons={[
            {
              label: t('acts.end'),
              onSend: async (reason) => (await end.run({ id, reason })).ok,
              isBusy: end.isBusy,
            },
          ]}
        />
      )}
    </>
  )
}

import type { ClockView } from '../../../shared/cases/views.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText, durationText } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'
import styles from './page.module.css'

/** Why a limit ends when it does: counted time, nights, weekends, holidays and pauses, in order. */
export function ClockExplanation({ caseId, clock }: { caseId: CaseId; clock: ClockView }) {
  const t = useT('cases')
  const { data } = useQuery('cases.explain', { id: caseId, clock: clock.kind }, { topics: ['cases'] })
  const found = data?.find((one) => one.id === clock.id)
  if (!found) return null
  return (
    <div className={styles.explanation}>
      <strong>{t('clock.counted', { time: durationText(found.countedMs) })}</strong>
      <ol>
        {found.intervals.map((span) => (
          <li key={span.from} data-counted={span.counted || undefined}>
            <span className="num">
              {dateTimeText(span.from)} – {dateTimeText(span.to)}
            </span>
            <span>
              {t(`clock.spans.${span.kind}`)}
              {span.kind === 'holiday' && ` · ${span.why}`}
            </span>
            <span className={styles.push}>{durationText(span.to - span.from)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

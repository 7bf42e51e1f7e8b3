import type { CareRow } from '../../../shared/care/contract.ts'
import {
  CARE_EFFECT_NAMES,
  CARE_KIND_NAMES,
  CARE_OCCASION_NAMES,
  CARE_STATE_NAMES,
} from '../../../shared/care/words.ts'
import { MESSAGE_STATE_NAMES } from '../../../shared/messages/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Facts } from '../../ui/DetailPanel.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { CARE_TONES } from '../tones.ts'
import { CareActions } from './CareActions.tsx'

/** One care contact: what is planned, what came of it, how it was changed, and what can be done now. */
export function CareItem({ row }: { row: CareRow }) {
  const t = useT('care')
  const nameOf = useName()
  const { state, effect, doneAt, changes } = row
  const by = (name: string, at: number) => t('facts.by', { name, time: dateTimeText(at) })
  const facts: [string, string][] = [
    [t('facts.reason'), row.reason],
    [t('facts.owner'), row.ownerName],
    [t('facts.planned'), by(row.plannedByName, row.plannedAt)],
    [t('facts.done'), doneAt === null ? '' : by(row.doneByName ?? '', doneAt)],
    [t('facts.message'), row.messageState === null ? '' : nameOf(MESSAGE_STATE_NAMES[row.messageState])],
    [t('facts.result'), row.result],
    [t('facts.needs'), row.needs],
    [t('facts.opinions'), row.opinions],
    [t('facts.effect'), effect === null ? '' : `${nameOf(CARE_EFFECT_NAMES[effect])} · ${row.effectText}`],
  ]
  return (
    <>
      <div className={styles.line}>
        <StateBadge tone={CARE_TONES[state]} label={nameOf(CARE_STATE_NAMES[state])} />
        {row.isOverdue && <StateBadge tone="bad" label={t('overdue')} />}
        {state === 'done' && !row.isReached && <StateBadge tone="warn" label={t('facts.notReached')} />}
        <strong>{nameOf(CARE_OCCASION_NAMES[row.occasion])}</strong>
        <span>{nameOf(CARE_KIND_NAMES[row.kind])}</span>
        <span className={`${styles.push} num`}>{dayText(row.dueDay)}</span>
      </div>
      {row.followsId !== null && <div className={styles.faint}>{t('facts.follows')}</div>}
      <Facts facts={facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))} />
      {changes.length > 0 && (
        <ul className={styles.list} aria-label={t('facts.changes')}>
          {changes.map(({ at, byName, reason }) => (
            <li key={at} className={styles.faint}>
              {by(byName, at)} · {reason}
            </li>
          ))}
        </ul>
      )}
      <CareActions key={`${state} ${effect}`} row={row} />
    </>
  )
}

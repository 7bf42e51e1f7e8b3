import type { SubTaskRow } from '../../../shared/subtasks/contract.ts'
import { SUB_TASK_STATE_NAMES } from '../../../shared/subtasks/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { useClasses } from '../../ui/classes.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { namedBy } from '../../ui/use-name.ts'
import { STATE_TONES, useName } from '../words.ts'
import { SubTaskActions } from './SubTaskActions.tsx'
import styles from './subtasks.module.css'

/** One sub-task: who was asked what, until when, what came back, and what can be done with it now. */
export function SubTaskItem({ row }: { row: SubTaskRow }) {
  const t = useT('subTasks')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const { state, acceptedAt, answeredAt } = row
  const isRunning = state === 'open' || state === 'accepted' || state === 'returned'
  return (
    <>
      <div className={styles.line}>
        <span className="num">{row.place}.</span>
        <StateBadge tone={STATE_TONES[state]} label={nameOf(SUB_TASK_STATE_NAMES[state])} />
        <strong>{namedBy(deskNames, row.department, nameOf)}</strong>
        {row.assigneeName !== null && <span>{row.assigneeName}</span>}
        {row.isLate && !isRunning && <StateBadge tone="bad" label={t('late')} />}
        <span className={styles.push}>
          {isRunning ? <Countdown dueAt={row.dueAt} /> : t('due', { time: dateTimeText(row.dueAt) })}
        </span>
      </div>
      <div className={styles.text}>{row.question}</div>
      <div className={styles.faint}>
        {t('line.asked', { name: row.requestedByName, time: dateTimeText(row.requestedAt) })}
        {' · '}
        {acceptedAt === null
          ? t('line.nobody')
          : t('line.accepted', { name: row.acceptedByName ?? '', time: dateTimeText(acceptedAt) })}
        {answeredAt !== null &&
          ` · ${t('line.answered', { name: row.answeredByName ?? '', time: dateTimeText(answeredAt) })}`}
      </div>
      {row.answer !== null && <div className={styles.answer}>{row.answer}</div>}
      {row.reason !== null && (
        <div className={styles.faint}>
          {t('fields.reason')}: {row.reason}
        </div>
      )}
      <SubTaskActions row={row} />
    </>
  )
}

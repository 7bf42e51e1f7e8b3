import { Checkbox } from '@mantine/core'
import type { UserId } from '../../../shared/ids.ts'
import type { MeetingView } from '../../../shared/meetings/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import styles from '../parts/todos.module.css'

/** Who was there; whoever was not confirms the minutes. */
export function Attendance({ meeting }: { meeting: MeetingView }) {
  const t = useT('meetings')
  const save = useCommand('meetings.attend')
  const toggle = (userId: UserId) => {
    const isThere = (one: MeetingView['people'][number]) => (one.userId === userId ? !one.isPresent : one.isPresent)
    const idsOf = (present: boolean) =>
      meeting.people.filter((one) => isThere(one) === present).map((one) => one.userId)
    void save.run({ id: meeting.id, present: idsOf(true), absent: idsOf(false) })
  }
  return (
    <Section title={t('meetings.people')}>
      {meeting.mayEdit ? (
        <div className={record.ticks}>
          {meeting.people.map(({ userId, name, isPresent }) => (
            <Checkbox
              key={userId}
              label={name}
              checked={isPresent}
              disabled={save.isBusy}
              onChange={() => toggle(userId)}
            />
          ))}
        </div>
      ) : (
        <ul className={styles.list}>
          {meeting.people.map(({ userId, name, isPresent, acknowledgedAt }) => (
            <li key={userId} className={styles.line}>
              <span>{name}</span>
              <StateBadge
                tone={isPresent ? 'good' : 'neutral'}
                label={t(isPresent ? 'meetings.present' : 'meetings.absent')}
              />
              {!isPresent && (
                <span className={styles.faint}>
                  {acknowledgedAt === null
                    ? t('meetings.unread')
                    : t('meetings.acknowledged', { time: dateTimeText(acknowledgedAt) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

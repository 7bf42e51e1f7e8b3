import { Button, Group, Indicator, Popover, UnstyledButton } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useState } from 'react'
import { DESK_ROLES } from '../../shared/roles.ts'
import { MINUTE } from '../../shared/time.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { dateTimeText } from '../ui/formats.ts'
import { go } from '../ui/navigation.ts'
import record from '../ui/record.module.css'
import { useNow } from '../ui/use-now.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import styles from './button.module.css'

const AGAIN_AFTER = 10 * MINUTE

/** How much there is to do, in the header of every page; reminders come here when it is time. */
export function TodoButton() {
  const role = useSession((state) => state.user?.role)
  return DESK_ROLES.some((one) => one === role) ? <Count /> : null
}

function Count() {
  const t = useT('todos')
  const [isOpen, setOpen] = useState(false)
  // Each minute another reminder may be due.
  const version = Math.floor(useNow() / MINUTE)
  const { data } = useQuery('todos.count', {}, { topics: ['todos'], version })
  const snooze = useCommand('todos.snooze')
  if (!data) return null
  const { open, overdue, reminders, handOvers, minutes } = data
  const calls = reminders.length + handOvers + minutes
  const label = overdue > 0 ? t('buttonLate', { count: open, late: overdue }) : t('button', { count: open })
  const visit = (tab: string) => {
    setOpen(false)
    go('todos', { tab })
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withArrow trapFocus shadow="md">
      <Indicator disabled={calls === 0} label={calls} size={16} color="red">
        <Popover.Target>
          <UnstyledButton
            className={styles.button ?? ''}
            data-late={overdue > 0 || undefined}
            aria-label={label}
            title={label}
            onClick={() => (calls > 0 ? setOpen(!isOpen) : visit('todos'))}
          >
            <IconChecklist size={16} aria-hidden />
            <span className="num">{open}</span>
          </UnstyledButton>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown w={340}>
        <ul className={record.list} aria-label={t('reminders')}>
          {reminders.map(({ id, title, dueAt }) => (
            <li key={id}>
              <div>{t('reminder', { title })}</div>
              {dueAt !== null && <div className={record.faint}>{t('reminderDue', { time: dateTimeText(dueAt) })}</div>}
              <Group gap="xs" mt={4}>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => void snooze.run({ id, remindAt: Date.now() + AGAIN_AFTER })}
                >
                  {t('later')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => void snooze.run({ id, remindAt: null })}>
                  {t('understood')}
                </Button>
              </Group>
            </li>
          ))}
          {handOvers > 0 && (
            <Waiting text={t('waiting.handOvers', { count: handOvers })} onOpen={() => visit('handOvers')} />
          )}
          {minutes > 0 && <Waiting text={t('waiting.minutes', { count: minutes })} onOpen={() => visit('meetings')} />}
        </ul>
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => visit('todos')}>
          {label}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

function Waiting({ text, onOpen }: { text: string; onOpen: () => void }) {
  const t = useT('todos')
  return (
    <li>
      <Group justify="space-between">
        {text}
        <Button size="compact-sm" variant="default" onClick={onOpen}>
          {t('open')}
        </Button>
      </Group>
    </li>
  )
}

import { Button, Popover, ScrollArea, UnstyledButton } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { DESK_ROLES } from '../../shared/roles.ts'
import type { NoticeView } from '../../shared/routing/contract.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import record from '../ui/record.module.css'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { Notice } from './parts/Notice.tsx'
import styles from './parts/routing.module.css'

/** What oneself or one's department was told and has not read; reading it is noted (S4-129). */
export function NoticesButton() {
  const role = useSession((state) => state.user?.role)
  return DESK_ROLES.some((one) => one === role) ? <Unread /> : null
}

function Unread() {
  const t = useT('routing')
  const { data } = useQuery('routing.unread', {}, { topics: ['cases'] })
  const read = useCommand('routing.notices')
  const [notices, setNotices] = useState<NoticeView[] | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const count = data?.count ?? 0
  if (count === 0 && notices === null) return null
  const open = async () => {
    const answer = await read.run({})
    if (answer.ok) setNotices(answer.value)
  }
  const replace = (next: NoticeView) => {
    setNotices((old) => old?.map((one) => (one.id === next.id ? next : one)) ?? null)
    // The field that had the focus is gone: Escape must still find its way out.
    list.current?.focus()
  }
  return (
    <Popover
      opened={notices !== null}
      onChange={() => setNotices(null)}
      position="bottom-end"
      withArrow
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBell size={15} />}
          loading={read.isBusy}
          onClick={() => (notices ? setNotices(null) : void open())}
        >
          {t('unread', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={420} className={styles.notices ?? ''}>
          {notices?.length === 0 && <div className={record.faint}>{t('noticesNone')}</div>}
          <ul ref={list} tabIndex={-1} className={record.list} aria-label={t('notices')}>
            {notices?.map((notice) => (
              <li key={notice.id}>
                <UnstyledButton onClick={() => go('cases', { id: notice.caseId })}>
                  <strong className="num">{notice.caseNumber}</strong> {notice.caseTitle}
                </UnstyledButton>
                <Notice notice={notice} onAnswered={replace} />
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

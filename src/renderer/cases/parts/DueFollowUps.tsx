import { Button, Popover, ScrollArea } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import styles from './cases.module.css'
import { FollowUpList } from './FollowUpList.tsx'

/** S3-55: what the person has to follow up now; shown until it is done. */
export function DueFollowUps() {
  const t = useT('cases')
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useQuery('cases.followUps', {}, { topics: ['cases', 'clocks'] })
  if (data.length === 0) return null
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withArrow trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={<IconBellRinging size={15} />} onClick={() => setOpen(!isOpen)}>
          {t('queue.followUps', { count: data.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={360} className={styles.dueList}>
          <FollowUpList followUps={data} withCase />
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

import { Button, Popover, ScrollArea, UnstyledButton } from '@mantine/core'
import { IconAt } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { useQuery } from '../../use-query.ts'
import { openCase } from '../open.ts'
import styles from '../parts/cases.module.css'

/** Notes by colleagues that name the person, until their case was opened. */
export function Mentions() {
  const t = useT('queue')
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useQuery('marks.mentions', {}, { topics: ['cases', 'queue'] })
  useShortcut(
    { id: 'queue.mentions', keys: 'alt+m', label: t('marks.mentionsTitle'), group: t('marks.header') },
    () => setOpen(true),
    data.length > 0,
  )
  if (data.length === 0) return null
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withArrow trapFocus shadow="md">
      <Popover.Target>
        <Button
          variant="light"
          leftSection={<IconAt size={15} />}
          rightSection={<KeyHint keys="alt+m" />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('marks.mentions', { count: data.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('marks.mentionsTitle')}>
        <ScrollArea.Autosize mah={360} className={styles.dueList}>
          <ul className={styles.warnings}>
            {data.map((one) => (
              <li key={`${one.caseId} ${one.at}`}>
                <UnstyledButton onClick={() => openCase(one.caseId)}>
                  <strong className="num">{one.number}</strong> {one.caseTitle}
                  <div>
                    {one.byName} · {dateTimeText(one.at)}
                  </div>
                  <div className={styles.faint}>{one.text}</div>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

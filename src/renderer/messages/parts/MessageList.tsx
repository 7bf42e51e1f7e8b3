import { Button } from '@mantine/core'
import { useState } from 'react'
import type { MessageRow } from '../../../shared/messages/model.ts'
import { MESSAGE_CHANNEL_NAMES, MESSAGE_STATE_NAMES, OCCASION_NAMES } from '../../../shared/messages/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { MESSAGE_TONES } from '../tones.ts'
import { MessageContent } from './MessageContent.tsx'

/** Messages one below the other, newest first; each opens in place. */
export function MessageList({ rows }: { rows: readonly MessageRow[] }) {
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <Item row={row} />
        </li>
      ))}
    </ul>
  )
}

function Item({ row }: { row: MessageRow }) {
  const t = useT('messages')
  const nameOf = useName()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className={styles.line}>
        <StateBadge tone={MESSAGE_TONES[row.state]} label={nameOf(MESSAGE_STATE_NAMES[row.state])} />
        <strong>{nameOf(OCCASION_NAMES[row.occasion])}</strong>
        <span>{nameOf(MESSAGE_CHANNEL_NAMES[row.channel])}</span>
        {row.isAutomatic && <StateBadge tone="neutral" label={t('automatic')} />}
        {row.isLate && row.state !== 'cancelled' && <StateBadge tone="bad" label={t('late')} />}
        <span className={styles.push}>
          <InstantText at={row.sentAt ?? row.createdAt} />
        </span>
        <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'hide' : 'read')}
        </Button>
      </div>
      {isOpen && <MessageContent id={row.id} state={row.state} />}
    </>
  )
}

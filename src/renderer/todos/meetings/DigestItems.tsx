import { Checkbox } from '@mantine/core'
import type { DigestItem } from '../../../shared/meetings/digests.ts'
import { DIGEST_ITEM_KIND_NAMES } from '../../../shared/meetings/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from '../parts/todos.module.css'

type Props = {
  items: readonly DigestItem[]
  /** Which are chosen, where they can be. */
  chosen?: ReadonlySet<string>
  onToggle?: (id: string) => void
}

/** What customers said, one by one. */
export function DigestItems({ items, chosen, onToggle }: Props) {
  const t = useT('meetings')
  const nameOf = useName()
  return (
    <ul className={styles.list} aria-label={t('digests.items')}>
      {items.map(({ id, kind, at, number, points, text }) => (
        <li key={id}>
          <div className={styles.line}>
            {onToggle && (
              <Checkbox
                aria-label={text.slice(0, 60)}
                checked={chosen?.has(id) ?? false}
                onChange={() => onToggle(id)}
              />
            )}
            <StateBadge tone="neutral" label={nameOf(DIGEST_ITEM_KIND_NAMES[kind])} />
            <InstantText at={at} />
            {number !== null && <span className="num">{number}</span>}
            {points !== null && <span>{t('digests.points', { points })}</span>}
          </div>
          <div className={styles.text}>{text}</div>
        </li>
      ))}
    </ul>
  )
}

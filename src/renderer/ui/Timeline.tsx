import type { ReactNode } from 'react'
import type { Instant } from '../../shared/time.ts'
import type { Tone } from './badges.tsx'
import styles from './cards.module.css'
import { InstantText } from './values.tsx'

export type TimelineItem = {
  key: string
  at: Instant
  title: ReactNode
  /** Who did it. */
  by?: string
  body?: ReactNode
  tone?: Tone
}

/** What happened, in order, each with its moment and its author. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-tone={item.tone ?? 'neutral'}>
          <div className={styles.timelineHead}>
            <span className={styles.timelineTitle}>{item.title}</span>
            <span className={styles.timelineMeta}>
              {item.by && `${item.by} · `}
              <InstantText at={item.at} />
            </span>
          </div>
          {item.body && <div className={styles.timelineBody}>{item.body}</div>}
        </li>
      ))}
    </ol>
  )
}

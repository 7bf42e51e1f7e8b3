import type { ReactNode } from 'react'
import styles from './parts.module.css'

type Props = { title: string; text?: string; action?: ReactNode }

/** Says that there is nothing here, and what to do about it. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <div role="status" className={styles.empty}>
      <strong>{title}</strong>
      {text && <span>{text}</span>}
      {action}
    </div>
  )
}

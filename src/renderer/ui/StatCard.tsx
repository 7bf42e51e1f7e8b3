import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Tone } from './badges.tsx'
import styles from './cards.module.css'

type Props = {
  label: string
  value: ReactNode
  /** Comparison or unit below the number. */
  note?: ReactNode
  tone?: Tone
  /** Opens the list behind the number. */
  onOpen?: () => void
}

/** One number with its name; every number can open the list it counts. */
export function StatCard({ label, value, note, tone = 'neutral', onOpen }: Props) {
  const body = (
    <>
      <span className={styles.statLabel}>{label}</span>
      <span className={styles.statValue} data-tone={tone}>
        {value}
      </span>
      {note && <span className={styles.statNote}>{note}</span>}
    </>
  )
  if (!onOpen) return <div className={styles.stat}>{body}</div>
  return (
    <UnstyledButton className={styles.stat} data-clickable onClick={onOpen}>
      {body}
    </UnstyledButton>
  )
}

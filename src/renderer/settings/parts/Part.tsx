import type { ReactNode } from 'react'
import styles from './settings.module.css'

type Props = { title: string; hint?: string; children: ReactNode }

/** A group of settings: its name on the left, its fields on the right. */
export function Part({ title, hint, children }: Props) {
  return (
    <section className={styles.part} aria-label={title}>
      <div>
        <h2>{title}</h2>
        {hint && <p>{hint}</p>}
      </div>
      <div>{children}</div>
    </section>
  )
}

import type { ReactNode } from 'react'
import styles from '../policies.module.css'

/** Fields of a form that belong together, under their common name. */
export function FieldGroup({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {hint && <p className={styles.dim}>{hint}</p>}
      {children}
    </fieldset>
  )
}

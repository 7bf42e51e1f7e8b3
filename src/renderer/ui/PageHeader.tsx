import type { ReactNode } from 'react'
import styles from './parts.module.css'

type Props = { title: string; subtitle?: ReactNode; actions?: ReactNode; children?: ReactNode }

/** Title of a page with its actions on the right, and a line of filters below as children. */
export function PageHeader({ title, subtitle, actions, children }: Props) {
  return (
    <header className={styles.pageHeader}>
      <div className={styles.pageLine}>
        <h1 className={styles.pageTitle} title={title}>
          {title}
        </h1>
        {subtitle && <span className={styles.pageSubtitle}>{subtitle}</span>}
        <div className={styles.pageActions}>{actions}</div>
      </div>
      {children && <div className={styles.filters}>{children}</div>}
    </header>
  )
}

import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import styles from './CasePanel.module.css'

type Props = {
  title: string
  /** What stands on the one line while it is folded: a count, a state. */
  summary: ReactNode
  /** An empty panel is folded until somebody opens it. */
  isEmpty: boolean
  actions?: ReactNode
  children: ReactNode
}

/** One feature's part of a case's page, folded to one line while there is nothing in it. */
export function CasePanel({ title, summary, isEmpty, actions, children }: Props) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOpen = chosen ?? !isEmpty
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.head}>
        <h2>
          <UnstyledButton className={styles.fold ?? ''} aria-expanded={isOpen} onClick={() => setChosen(!isOpen)}>
            <IconChevronDown size={14} className={styles.chevron} data-open={isOpen || undefined} />
            {title}
          </UnstyledButton>
        </h2>
        <span className={styles.summary}>{summary}</span>
        {isOpen && actions}
      </div>
      {isOpen && <div className={styles.body}>{children}</div>}
    </section>
  )
}

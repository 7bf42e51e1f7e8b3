import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { openCase } from '../open.ts'
import styles from './page.module.css'

type Row = Pick<CaseView, 'id' | 'number' | 'stateName' | 'receivedAt' | 'title'>

/** A case named on another one's page: what it is, and at the end of its lines what can be done. */
export function TiedCase({ row, about, children }: { row: Row; about: string; children: ReactNode }) {
  const nameOf = useName()
  return (
    <>
      <div className={styles.line}>
        <Anchor onClick={() => openCase(row.id)}>{row.number}</Anchor>
        <span>{about}</span>
        <span className={styles.faint}>{nameOf(row.stateName)}</span>
        <span className={`${styles.faint} ${styles.push}`}>
          <InstantText at={row.receivedAt} />
        </span>
      </div>
      <div className={styles.line}>
        <span className={styles.clip} title={row.title}>
          {row.title}
        </span>
        {children}
      </div>
    </>
  )
}

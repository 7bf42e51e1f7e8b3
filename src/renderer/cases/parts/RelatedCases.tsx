import { Anchor } from '@mantine/core'
import type { CaseRow } from '../../../shared/cases/views.ts'
import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { openCase } from '../open.ts'
import styles from './page.module.css'

/** Cases about the same matter. */
export function RelatedCases({ rows }: { rows: readonly CaseRow[] }) {
  const nameOf = useName()
  return (
    <ul className={styles.log}>
      {rows.map((row) => (
        <li key={row.id}>
          <div className={styles.line}>
            <Anchor onClick={() => openCase(row.id)}>{row.number}</Anchor>
            <span>{nameOf(CASE_KIND_NAMES[row.kind])}</span>
            <span>{nameOf(row.stateName)}</span>
            <span className={`${styles.faint} ${styles.push}`}>
              <InstantText at={row.receivedAt} />
            </span>
          </div>
          <div>{row.title}</div>
        </li>
      ))}
    </ul>
  )
}

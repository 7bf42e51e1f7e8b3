import { Anchor, Checkbox } from '@mantine/core'
import type { CaseRow } from '../../../shared/cases/views.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { go } from '../../ui/navigation.ts'
import { carry } from './drag.ts'
import styles from './floor.module.css'

type Props = {
  label: string
  rows: readonly CaseRow[]
  empty: string
  chosen: ReadonlySet<string>
  onChoose: (ids: ReadonlySet<string>) => void
}

/** Cases that can be chosen by key, opened, and dragged onto a person. */
export function CaseTable({ label, rows, empty, chosen, onChoose }: Props) {
  const t = useT('floor')
  const toggle = (id: CaseId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  // A line that is chosen carries the others along.
  const draggedWith = (id: CaseId) =>
    chosen.has(id) ? rows.filter((row) => chosen.has(row.id)).map((row) => row.id) : [id]
  if (rows.length === 0) return <div className={styles.faint}>{empty}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <section className={styles.listScroll} aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              draggable
              data-chosen={chosen.has(row.id) || undefined}
              onDragStart={(event) => carry(event.dataTransfer, draggedWith(row.id))}
            >
              <td>
                <Checkbox
                  aria-label={t('lists.select', { number: row.number })}
                  checked={chosen.has(row.id)}
                  onChange={() => toggle(row.id)}
                />
              </td>
              <td>
                {row.nextDueAt === null ? (
                  <span className={styles.faint}>{t('lists.noDue')}</span>
                ) : (
                  <Countdown dueAt={row.nextDueAt} />
                )}
              </td>
              <td>
                <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: row.id })}>
                  {row.number}
                </Anchor>
              </td>
              <td className={styles.title} title={row.title}>
                {row.title}
              </td>
              <td>{row.tier !== 'none' && <TierBadge tier={row.tier} />}</td>
              <td>{row.ownerName ?? t('lists.nobody')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import type { BulkItem } from '../../../shared/bulk/model.ts'
import { PRIORITY_NAMES } from '../../../shared/cases/words.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { failureOf } from './bulk-form.ts'
import styles from './queue.module.css'

/** Each chosen case with what will happen to it, or why nothing will. */
export function BulkItems({ items }: { items: readonly BulkItem[] }) {
  const t = useT('queue')
  const effectOf = useEffectText()
  const done = items.filter(({ isDone }) => isDone).length
  return (
    <div>
      <strong role="status">{t('bulk.result', { done, refused: items.length - done })}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key */}
      <div className={styles.items} tabIndex={0}>
        <table>
          <tbody>
            {items.map((item) => (
              <tr key={item.id} data-refused={!item.isDone || undefined}>
                <td className="num">{item.number === '' ? t('bulk.unseen') : item.number}</td>
                <td>{item.title}</td>
                <td>{effectOf(item)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function useEffectText(): (item: BulkItem) => string {
  const t = useT('queue')
  const c = useT('cases')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  return (item) => {
    const failure = failureOf(item)
    if (failure) return failureText(failure)
    const line = (label: string, change: BulkItem['owner'], name: (code: string) => string) =>
      change === null ? [] : [`${label}：${name(change.from ?? '')} → ${name(change.to ?? '')}`]
    const lines = [
      ...line(c('columns.owner'), item.owner, (name) => name || t('group.nobody')),
      ...line(c('columns.priority'), item.priority, (code) => namedBy(PRIORITY_NAMES, code, nameOf)),
      ...line(t('bulk.category'), item.category, (code) => namedBy(categoryNames, code, nameOf)),
    ]
    return lines.length === 0 ? t('bulk.can') : lines.join('；')
  }
}

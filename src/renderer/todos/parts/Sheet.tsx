import type { HandOverSheet } from '../../../shared/todos/hand-overs.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from './todos.module.css'

/** What is open of a shift: cases, promises, to-dos. */
export function Sheet({ sheet }: { sheet: HandOverSheet }) {
  const t = useT('todos')
  const nameOf = useName()
  const none = <div className={styles.faint}>{t('handOver.none')}</div>
  return (
    <>
      <Section title={`${t('handOver.cases')} (${sheet.cases.length})`}>
        {sheet.cases.length === 0 && none}
        <ul className={styles.list}>
          {sheet.cases.map((one) => (
            <li key={one.id} className={styles.line}>
              <strong className="num">{one.number}</strong>
              {one.tier !== 'none' && <TierBadge tier={one.tier} />}
              <span>{nameOf(one.stateName)}</span>
              <InstantText at={one.dueAt} />
              <span>{one.title || t('handOver.restricted')}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={`${t('handOver.promises')} (${sheet.promises.length})`}>
        {sheet.promises.length === 0 && none}
        <ul className={styles.list}>
          {sheet.promises.map((one) => (
            <li key={`${one.dueAt} ${one.text}`} className={styles.line}>
              <InstantText at={one.dueAt} />
              <span className="num">{one.caseNumber}</span>
              <span>{one.text}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={`${t('handOver.todos')} (${sheet.todos.length})`}>
        {sheet.todos.length === 0 && none}
        <ul className={styles.list}>
          {sheet.todos.map((one) => (
            <li key={`${one.dueAt} ${one.title}`} className={styles.line}>
              <InstantText at={one.dueAt} />
              <span>{one.title}</span>
              <span className={styles.faint}>{one.detail}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

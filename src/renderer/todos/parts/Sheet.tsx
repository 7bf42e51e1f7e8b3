import { Checkbox } from '@mantine/core'
import type { CaseId } from '../../../shared/ids.ts'
import type { HandOverSheet } from '../../../shared/todos/hand-overs.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from './todos.module.css'

/** Which cases go over with the sheet, as long as it is not given. */
type Choice = { chosen: ReadonlySet<CaseId>; onChoose: (chosen: ReadonlySet<CaseId>) => void }

/** What is open of a shift: cases, promises, to-dos. */
export function Sheet({ sheet, choice }: { sheet: HandOverSheet; choice?: Choice }) {
  const t = useT('todos')
  const nameOf = useName()
  const toggle = (id: CaseId) => {
    const next = new Set(choice?.chosen)
    if (!next.delete(id)) next.add(id)
    choice?.onChoose(next)
  }
  const all = sheet.cases.map(({ id }) => id)
  const none = <div className={styles.faint}>{t('handOver.none')}</div>
  return (
    <>
      <Section title={`${t('handOver.cases')} (${sheet.cases.length})`}>
        {sheet.cases.length === 0 && none}
        {choice && all.length > 0 && (
          <Checkbox
            label={t('handOver.moveAll')}
            checked={choice.chosen.size === all.length}
            indeterminate={choice.chosen.size > 0 && choice.chosen.size < all.length}
            onChange={() => choice.onChoose(new Set(choice.chosen.size === all.length ? [] : all))}
          />
        )}
        <ul className={styles.list}>
          {sheet.cases.map((one) => (
            <li key={one.id} className={styles.line}>
              {choice && (
                <Checkbox
                  aria-label={t('handOver.move', { number: one.number })}
                  checked={choice.chosen.has(one.id)}
                  onChange={() => toggle(one.id)}
                />
              )}
              <strong className="num">{one.number}</strong>
              {one.isMoved && <StateBadge tone="info" label={t('handOver.moved')} />}
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

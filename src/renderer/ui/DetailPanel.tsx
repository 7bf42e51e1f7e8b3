import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import styles from './parts.module.css'

type SplitProps = { list: ReactNode; detail: ReactNode | null }

/** A list with what is open in it on the right; the list has all the room while nothing is open. */
export function SplitView({ list, detail }: SplitProps) {
  return (
    <div className={styles.split} data-open={detail !== null || undefined}>
      <div className={styles.splitList}>{list}</div>
      {detail !== null && <div className={styles.splitDetail}>{detail}</div>}
    </div>
  )
}

type Props = {
  title: ReactNode
  /** Says what the panel is, for screen readers, when the title is not text. */
  label: string
  badges?: ReactNode
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** What is open beside a list: a heading with actions, then sections that scroll. Escape closes it. */
export function DetailPanel({ title, label, badges, actions, onClose, children }: Props) {
  const t = useT('ui')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    <section className={styles.detail} aria-label={label} onKeyDown={onKeyDown}>
      <div className={styles.detailHead}>
        <div className={styles.detailTitle}>
          <h2>{title}</h2>
          {badges}
        </div>
        <div className={styles.detailActions}>
          {actions}
          <ActionIcon variant="subtle" color="gray" aria-label={t('actions.close')} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <div className={styles.detailBody} tabIndex={0}>
        {children}
      </div>
    </section>
  )
}

type SectionProps = {
  title: string
  actions?: ReactNode
  /** 2 on a page that has no panel heading above it. */
  level?: 2 | 3
  children: ReactNode
}

/** One part of a detail panel. */
export function Section({ title, actions, level = 3, children }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}>
        <Heading>{title}</Heading>
        {actions}
      </div>
      {children}
    </section>
  )
}

type FactsProps = { facts: readonly { label: string; value: ReactNode }[]; columns?: 1 | 2 | 3 }

/** Labelled values in columns. */
export function Facts({ facts, columns = 2 }: FactsProps) {
  return (
    <dl className={styles.facts} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './record.module.css'

export type PageTab<T extends string> = { id: T; label: string; content: () => ReactNode }

type Props<T extends string> = {
  tabs: readonly PageTab<T>[]
  value: T
  onChange: (tab: T) => void
}

/** The parts of a page, of which one is shown; what is not shown is not there. */
export function PageTabs<T extends string>({ tabs, value, onChange }: Props<T>) {
  const choose = (id: string | null) => {
    const chosen = tabs.find((tab) => tab.id === id)
    if (chosen) onChange(chosen.id)
  }
  return (
    <Tabs value={value} onChange={choose} keepMounted={false} className={styles.tabs ?? ''}>
      <Tabs.List>
        {tabs.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id} className={styles.panel ?? ''}>
          {content()}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

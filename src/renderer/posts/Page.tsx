import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from '../ui/record.module.css'
import { ChecksTab } from './parts/ChecksTab.tsx'
import { PostsTab } from './parts/PostsTab.tsx'

const TABS = ['posts', 'checks'] as const
type Tab = (typeof TABS)[number]

const CONTENTS: Record<Tab, () => React.JSX.Element> = { posts: PostsTab, checks: ChecksTab }

/** Feedback on social media, and whether every channel's complaints were entered (S1-18..20, S2-19). */
export function Page({ params }: PageProps) {
  const t = useT('posts')
  const [tab, setTab] = useState<Tab>(params.tab === 'checks' ? 'checks' : 'posts')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'posts')}
        keepMounted={false}
        className={styles.tabs ?? ''}
      >
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((one) => {
          const Content = CONTENTS[one]
          return (
            <Tabs.Panel key={one} value={one} className={styles.panel ?? ''}>
              <Content />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </div>
  )
}

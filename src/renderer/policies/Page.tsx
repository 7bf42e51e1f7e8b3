import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { CalendarsTab } from './parts/CalendarsTab.tsx'
import { VersionsTab } from './parts/VersionsTab.tsx'
import styles from './policies.module.css'

const TABS = ['versions', 'calendars'] as const
type Tab = (typeof TABS)[number]

/** Policies and calendars as data: versions, drafts, approval, packs, trials on the past, holiday tables. */
export function Page({ params }: PageProps) {
  const t = useT('policies')
  const [tab, setTab] = useState<Tab>(params.tab === 'calendars' ? 'calendars' : 'versions')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'versions')}
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
        <Tabs.Panel value="versions" className={styles.panel ?? ''}>
          <VersionsTab startWith={typeof params.id === 'string' ? params.id : null} />
        </Tabs.Panel>
        <Tabs.Panel value="calendars" className={styles.panel ?? ''}>
          <CalendarsTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

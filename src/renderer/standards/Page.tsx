import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from '../ui/record.module.css'
import { GroupTab } from './parts/GroupTab.tsx'
import { LibraryTab } from './parts/LibraryTab.tsx'
import { OptimiseTab } from './parts/OptimiseTab.tsx'

const TABS = ['library', 'optimise', 'group'] as const
type Tab = (typeof TABS)[number]

const CONTENTS: Record<Tab, () => React.ReactNode> = {
  library: () => <LibraryTab />,
  optimise: () => <OptimiseTab />,
  group: () => <GroupTab />,
}

/** What good service is and how it is measured, who watches over it, and how its process gets better. */
export function Page() {
  const t = useT('standards')
  const [tab, setTab] = useState<Tab>('library')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'library')}
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
        {TABS.map((one) => (
          <Tabs.Panel key={one} value={one} className={styles.panel ?? ''}>
            {CONTENTS[one]()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}

import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from './classes.module.css'
import { CategoriesTab } from './parts/CategoriesTab.tsx'
import { ChannelsTab } from './parts/ChannelsTab.tsx'
import { DesksTab } from './parts/DesksTab.tsx'

const TABS = { categories: CategoriesTab, channels: ChannelsTab, desks: DesksTab } as const
type Tab = keyof typeof TABS
const NAMES = Object.keys(TABS) as Tab[]

/** Channels, categories and desks: read by everybody, kept by administrators (S1-14, S1-31, S2-11). */
export function Page() {
  const t = useT('classes')
  const role = useSession((session) => session.user?.role)
  const [tab, setTab] = useState<Tab>('categories')
  const mayEdit = role !== undefined && role !== 'agent'
  return (
    <div className="page">
      <PageHeader title={t('title')} subtitle={mayEdit ? undefined : t('readOnly')} />
      <Tabs
        value={tab}
        onChange={(value) => setTab(NAMES.find((one) => one === value) ?? 'categories')}
        keepMounted={false}
        className={styles.tabs ?? ''}
      >
        <Tabs.List>
          {NAMES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {NAMES.map((one) => {
          const Body = TABS[one]
          return (
            <Tabs.Panel key={one} value={one} className={styles.panel ?? ''}>
              <Body mayEdit={mayEdit} />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </div>
  )
}

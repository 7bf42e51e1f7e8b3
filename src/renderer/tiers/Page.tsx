import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { NoticesTab } from './parts/NoticesTab.tsx'
import { ProgrammeTab } from './parts/ProgrammeTab.tsx'
import { RatingTab } from './parts/RatingTab.tsx'
import styles from './tiers.module.css'

const TABS = ['programme', 'rating', 'notices'] as const
type Tab = (typeof TABS)[number]

/** Tiers: what each asks for and gives, who holds which, and what members are to be told (S3-31..44). */
export function Page() {
  const t = useT('tiers')
  const role = useSession((state) => state.user?.role)
  const [tab, setTab] = useState<Tab>('programme')
  const open = TABS.filter((one) => one !== 'rating' || role === 'lead' || role === 'manager')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <Tabs
        value={tab}
        onChange={(value) => setTab(open.find((one) => one === value) ?? 'programme')}
        keepMounted={false}
        className={styles.tabs ?? ''}
      >
        <Tabs.List>
          {open.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="programme" className={styles.panel ?? ''}>
          <ProgrammeTab />
        </Tabs.Panel>
        <Tabs.Panel value="rating" className={styles.panel ?? ''}>
          <RatingTab />
        </Tabs.Panel>
        <Tabs.Panel value="notices" className={styles.panel ?? ''}>
          <NoticesTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from '../ui/record.module.css'
import { MineTab } from './parts/MineTab.tsx'
import { PlanTab } from './parts/PlanTab.tsx'

/** The year's trainings: one's own, and for leads the plan (S2-179..183, S3-29, S3-79..89). */
export function Page() {
  const t = useT('training')
  const w = useT('todos')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [tab, setTab] = useState(isAgent ? 'mine' : 'plan')
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Button variant="default" onClick={() => go('todos', { tab: 'guidance' })}>
            {w('tabs.guidance')}
          </Button>
        }
      />
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'mine')} keepMounted={false} className={styles.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="mine">{t('tabs.mine')}</Tabs.Tab>
          <Tabs.Tab value="plan">{t('tabs.plan')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="mine" className={styles.panel ?? ''}>
          <MineTab />
        </Tabs.Panel>
        <Tabs.Panel value="plan" className={styles.panel ?? ''}>
          <PlanTab mayEdit={!isAgent} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

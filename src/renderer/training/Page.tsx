import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { MineTab } from './parts/MineTab.tsx'
import { NeedsTab } from './parts/NeedsTab.tsx'
import { PlanTab } from './parts/PlanTab.tsx'

const TABS = ['mine', 'plan', 'needs'] as const
type Tab = (typeof TABS)[number]

/** The year's trainings: one's own, and for leads the plan (S2-179..183, S3-29, S3-79..89). */
export function Page() {
  const t = useT('training')
  const w = useT('todos')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [tab, setTab] = useState<Tab>(isAgent ? 'mine' : 'plan')
  const contents: Record<Tab, () => React.ReactNode> = {
    mine: () => <MineTab />,
    plan: () => <PlanTab mayEdit={!isAgent} />,
    needs: () => <NeedsTab />,
  }
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
      <PageTabs
        tabs={TABS.filter((id) => id !== 'needs' || !isAgent).map((id) => ({
          id,
          label: t(`tabs.${id}`),
          content: contents[id],
        }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

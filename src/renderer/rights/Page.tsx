import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { AnchorsTab } from './parts/AnchorsTab.tsx'
import { AssessmentsTab } from './parts/AssessmentsTab.tsx'
import { ConsentsTab } from './parts/ConsentsTab.tsx'
import { RequestsTab } from './parts/RequestsTab.tsx'
import { RetentionTab } from './parts/RetentionTab.tsx'
import { SharingTab } from './parts/SharingTab.tsx'

type Tab = 'requests' | 'consents' | 'retention' | 'assessments' | 'sharing' | 'anchors'

const CONTENT: Record<Tab, () => ReactNode> = {
  requests: () => <RequestsTab />,
  consents: () => <ConsentsTab />,
  retention: () => <RetentionTab />,
  assessments: () => <AssessmentsTab />,
  sharing: () => <SharingTab />,
  anchors: () => <AnchorsTab />,
}

/** What people may ask about their data, and how the desk keeps to it (PIPL 44–56). */
export function Page() {
  const t = useT('rights')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [tab, setTab] = useState<Tab>('requests')
  const tabs = (Object.keys(CONTENT) as Tab[]).filter((one) => isManager || one !== 'anchors')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`), content: CONTENT[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { ApprovalsTab, UnexecutedTab } from './parts/ApprovalsTab.tsx'
import { CostsTab } from './parts/CostsTab.tsx'
import { PolicyTab } from './parts/PolicyTab.tsx'
import { RecordsTab } from './parts/RecordsTab.tsx'
import { RectificationsTab } from './parts/RectificationsTab.tsx'

const TABS = ['approvals', 'unexecuted', 'rectifications', 'records', 'costs', 'rules'] as const
type Tab = (typeof TABS)[number]

const CONTENTS: Record<Tab, () => React.ReactNode> = {
  approvals: () => <ApprovalsTab />,
  unexecuted: () => <UnexecutedTab />,
  rectifications: () => <RectificationsTab />,
  records: () => <RecordsTab />,
  costs: () => <CostsTab />,
  rules: () => <PolicyTab />,
}

/** What leads and managers see to: approvals, what is not carried out, rectifications, findings, costs, the tariff. */
export function Page() {
  const t = useT('compensation')
  const [tab, setTab] = useState<Tab>('approvals')
  return (
    <div className="page">
      <PageHeader title={t('pageTitle')} />
      <PageTabs
        tabs={TABS.map((id) => ({ id, label: t(`tabs.${id}`), content: CONTENTS[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from '../ui/record.module.css'
import { ApprovalsTab, UnexecutedTab } from './parts/ApprovalsTab.tsx'
import { CostsTab } from './parts/CostsTab.tsx'
import { PolicyTab } from './parts/PolicyTab.tsx'
import { RecordsTab } from './parts/RecordsTab.tsx'
import { RectificationsTab } from './parts/RectificationsTab.tsx'

const TABS = ['approvals', 'unexecuted', 'rectifications', 'records', 'costs', 'rules'] as const
type Tab = (typeof TABS)[number]

const CONTENTS: Record<Tab, () => React.JSX.Element | null> = {
  approvals: ApprovalsTab,
  unexecuted: UnexecutedTab,
  rectifications: RectificationsTab,
  records: RecordsTab,
  costs: CostsTab,
  rules: PolicyTab,
}

/** What leads and managers see to: approvals, what is not carried out, rectifications, findings, costs, the tariff. */
export function Page() {
  const t = useT('compensation')
  const [tab, setTab] = useState<Tab>('approvals')
  return (
    <div className="page">
      <PageHeader title={t('pageTitle')} />
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'approvals')}
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

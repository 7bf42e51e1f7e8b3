import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
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
      <PageTabs
        tabs={TABS.map((id) => ({ id, label: t(`tabs.${id}`), content: CONTENTS[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

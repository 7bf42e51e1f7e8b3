import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { CategoriesTab } from './parts/CategoriesTab.tsx'
import { ChannelsTab } from './parts/ChannelsTab.tsx'
import { DesksTab } from './parts/DesksTab.tsx'
import { ServicesTab } from './parts/ServicesTab.tsx'

const TABS = { categories: CategoriesTab, channels: ChannelsTab, desks: DesksTab, services: ServicesTab } as const
type Tab = keyof typeof TABS
const NAMES = Object.keys(TABS) as Tab[]

/** Channels, categories, desks and services: read by everybody, kept by administrators (S1-14, S1-31, S2-11, S3-26). */
export function Page() {
  const t = useT('classes')
  const role = useSession((session) => session.user?.role)
  const [tab, setTab] = useState<Tab>('categories')
  const mayEdit = role !== undefined && role !== 'agent'
  return (
    <div className="page">
      <PageHeader title={t('title')} subtitle={mayEdit ? undefined : t('readOnly')} />
      <PageTabs
        tabs={NAMES.map((id) => {
          const Body = TABS[id]
          return { id, label: t(`tabs.${id}`), content: () => <Body mayEdit={mayEdit} /> }
        })}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

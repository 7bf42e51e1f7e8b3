import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { CalendarsTab } from './parts/CalendarsTab.tsx'
import { PacksTab } from './parts/PacksTab.tsx'
import { VersionsTab } from './parts/VersionsTab.tsx'

const TABS = ['versions', 'packs', 'calendars'] as const
type Tab = (typeof TABS)[number]

/** Policies and calendars as data: versions, drafts, approval, packs, trials on the past, holiday tables. */
export function Page({ params }: PageProps) {
  const t = useT('policies')
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === params.tab) ?? 'versions')
  const [openId, setOpenId] = useState(typeof params.id === 'string' ? params.id : null)
  const toDraft = (id: string) => {
    setOpenId(id)
    setTab('versions')
  }
  const contents: Record<Tab, () => React.ReactNode> = {
    versions: () => <VersionsTab startWith={openId} />,
    packs: () => <PacksTab startWith={typeof params.pack === 'string' ? params.pack : null} onDraft={toDraft} />,
    calendars: () => <CalendarsTab />,
  }
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={TABS.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

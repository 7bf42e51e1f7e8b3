import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { HonoursTab } from './parts/HonoursTab.tsx'
import { MineTab } from './parts/MineTab.tsx'
import { RankingTab } from './parts/RankingTab.tsx'
import { RoundTab } from './parts/RoundTab.tsx'
import { SchemeTab } from './parts/SchemeTab.tsx'

const TABS = ['round', 'mine', 'scheme', 'ranking', 'honours'] as const
type Tab = (typeof TABS)[number]

/** The monthly scorecards: one's own, the rounds of the desk, weights, ranking and honours (S3-94..S3-115). */
export function Page({ params }: PageProps) {
  const t = useT('scorecards')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === params.tab) ?? (isAgent ? 'mine' : 'round'))
  const month = typeof params.month === 'string' ? params.month : undefined
  const shown = TABS.filter((one) => one !== 'round' || !isAgent)
  const contents: Record<Tab, () => React.ReactNode> = {
    round: () => <RoundTab month={month} />,
    mine: () => <MineTab />,
    scheme: () => <SchemeTab />,
    ranking: () => <RankingTab />,
    honours: () => <HonoursTab />,
  }
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={shown.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

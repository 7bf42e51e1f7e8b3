import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { ChecksTab } from './parts/ChecksTab.tsx'
import { PostsTab } from './parts/PostsTab.tsx'

const TABS = ['posts', 'checks'] as const
type Tab = (typeof TABS)[number]

const CONTENTS: Record<Tab, () => React.ReactNode> = { posts: () => <PostsTab />, checks: () => <ChecksTab /> }

/** Feedback on social media, and whether every channel's complaints were entered (S1-18..20, S2-19). */
export function Page({ params }: PageProps) {
  const t = useT('posts')
  const [tab, setTab] = useState<Tab>(params.tab === 'checks' ? 'checks' : 'posts')
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

import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { NoticesTab } from './parts/NoticesTab.tsx'
import { ProgrammeTab } from './parts/ProgrammeTab.tsx'
import { RatingTab } from './parts/RatingTab.tsx'

const TABS = ['programme', 'rating', 'notices'] as const
type Tab = (typeof TABS)[number]

const CONTENTS: Record<Tab, () => React.ReactNode> = {
  programme: () => <ProgrammeTab />,
  rating: () => <RatingTab />,
  notices: () => <NoticesTab />,
}

/** Tiers: what each asks for and gives, who holds which, and what members are to be told (S3-31..44). */
export function Page() {
  const t = useT('tiers')
  const role = useSession((state) => state.user?.role)
  const [tab, setTab] = useState<Tab>('programme')
  const open = TABS.filter((one) => one !== 'rating' || role === 'lead' || role === 'manager')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={open.map((id) => ({ id, label: t(`tabs.${id}`), content: CONTENTS[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

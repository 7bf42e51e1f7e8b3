import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { LeaksTab } from './leaks/LeaksTab.tsx'
import { AccessTab } from './parts/AccessTab.tsx'
import { AuthorisationsTab } from './parts/AuthorisationsTab.tsx'
import { DisclosuresTab } from './parts/DisclosuresTab.tsx'
import { KeyTab } from './parts/KeyTab.tsx'
import { RestrictedTab } from './parts/RestrictedTab.tsx'
import { SessionsTab } from './parts/SessionsTab.tsx'
import { SettingsButton } from './parts/SettingsButton.tsx'
import { TextsTab } from './parts/TextsTab.tsx'

const TABS = [
  'rules',
  'undertakings',
  'authorisations',
  'restricted',
  'access',
  'leaks',
  'sessions',
  'disclosures',
  'key',
] as const
type Tab = (typeof TABS)[number]

const CONTENTS: Record<Tab, () => React.ReactNode> = {
  rules: () => <TextsTab kind="rules" />,
  undertakings: () => <TextsTab kind="undertaking" />,
  authorisations: () => <AuthorisationsTab />,
  restricted: () => <RestrictedTab />,
  access: () => <AccessTab />,
  leaks: () => <LeaksTab />,
  sessions: () => <SessionsTab />,
  disclosures: () => <DisclosuresTab />,
  key: () => <KeyTab />,
}

const isOfManager = (tab: Tab) => tab === 'disclosures' || tab === 'restricted' || tab === 'access'

/** Everything about the safety of customers' data: what everybody keeps to, who may do what, and what went wrong. */
export function Page({ params }: PageProps) {
  const t = useT('trust')
  const k = useT('keys')
  const a = useT('access')
  const labelOf = (id: Tab) => (id === 'key' ? k('tab') : id === 'access' ? a('tab') : t(`tabs.${id}`))
  const role = useSession((state) => state.user?.role)
  const isManager = role === 'manager'
  const [tab, setTab] = useState<Tab>(TABS.find((id) => id === params.tab) ?? 'rules')
  const mayRenew = isManager || role === 'admin'
  const shown = TABS.filter((id) => (isOfManager(id) ? isManager : id === 'key' ? mayRenew : true))
  return (
    <div className="page">
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={isManager && <SettingsButton />} />
      <PageTabs
        tabs={shown.map((id) => ({ id, label: labelOf(id), content: CONTENTS[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

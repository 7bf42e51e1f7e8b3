import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { AnswersTab } from './parts/AnswersTab.tsx'
import { DelaysTab } from './parts/DelaysTab.tsx'
import { GapsTab } from './parts/GapsTab.tsx'
import { PeopleTab } from './parts/PeopleTab.tsx'
import { RateTab } from './parts/RateTab.tsx'
import { WordsTab } from './parts/WordsTab.tsx'

const TABS = {
  gaps: () => <GapsTab />,
  delays: () => <DelaysTab />,
  answers: () => <AnswersTab />,
  people: () => <PeopleTab />,
  words: () => <WordsTab />,
  rate: () => <RateTab />,
}
type Tab = keyof typeof TABS
const NAMES = Object.keys(TABS) as Tab[]

/** What may fall through, who handles what, and how classes are proposed (S1-11, S4-135..139, S5-08..28). */
export function Page({ params }: PageProps) {
  const t = useT('routing')
  const [tab, setTab] = useState<Tab>(NAMES.find((one) => one === params.tab) ?? 'gaps')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={NAMES.map((id) => ({ id, label: t(`tabs.${id}`), content: TABS[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import styles from '../ui/record.module.css'
import { ActivitiesTab } from './parts/ActivitiesTab.tsx'
import { CareerFile } from './parts/CareerFile.tsx'
import { CoursesTab } from './parts/CoursesTab.tsx'
import { LadderTab } from './parts/LadderTab.tsx'
import { MovesTab } from './parts/MovesTab.tsx'
import { RosterTab } from './parts/RosterTab.tsx'
import { StructureTab } from './parts/StructureTab.tsx'
import { TeamTab } from './parts/TeamTab.tsx'

type Tab = 'mine' | 'ladder' | 'team' | 'moves' | 'courses' | 'activities' | 'structure' | 'roster'
const FOR_LEADS: readonly Tab[] = ['team', 'moves', 'structure']

const CONTENT: Record<Tab, () => ReactNode> = {
  mine: () => <Mine />,
  ladder: () => <LadderTab />,
  team: () => <TeamTab />,
  moves: () => <MovesTab />,
  courses: () => <CoursesTab />,
  activities: () => <ActivitiesTab />,
  structure: () => <StructureTab />,
  roster: () => <RosterTab />,
}

/** People's growth and what is done for them: path, abilities, plans, rewards, courses, care, shifts (S3-91..93, S4-84..95). */
export function Page() {
  const t = useT('careers')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [tab, setTab] = useState<Tab>(isAgent ? 'mine' : 'team')
  const tabs = (Object.keys(CONTENT) as Tab[]).filter((one) => !isAgent || !FOR_LEADS.includes(one))
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`), content: CONTENT[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}

function Mine() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <div className={styles.scroll ?? ''} tabIndex={0}>
      <CareerFile userId={null} />
    </div>
  )
}

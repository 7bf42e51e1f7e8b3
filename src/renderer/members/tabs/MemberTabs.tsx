import { Tabs } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { Overview } from '../overview/Overview.tsx'
import { DuplicatesTab } from './DuplicatesTab.tsx'
import { KinTab } from './KinTab.tsx'
import { TimelineTab } from './TimelineTab.tsx'
import { WishesTab } from './WishesTab.tsx'

const TABS = ['overview', 'timeline', 'wishes', 'kin', 'duplicates'] as const
type Tab = (typeof TABS)[number]

type Props = {
  id: MemberId
  /** What stands above everything else: care notes, what is still to be told. */
  notes: ReactNode
  children: ReactNode
}

/** The whole picture of a member first, with the file below it; what happened, wishes, speakers and duplicates beside. */
export function MemberTabs({ id, notes, children }: Props) {
  const t = useT('people')
  const [tab, setTab] = useState<Tab>('overview')
  return (
    <Tabs value={tab} onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'overview')} keepMounted={false}>
      <Tabs.List aria-label={t('tabs.label')}>
        {TABS.map((one) => (
          <Tabs.Tab key={one} value={one} py={6}>
            {t(`tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        {notes}
        <Overview id={id} onTab={setTab} />
        {children}
      </Tabs.Panel>
      <Tabs.Panel value="timeline">
        <TimelineTab id={id} />
      </Tabs.Panel>
      <Tabs.Panel value="wishes">
        <WishesTab memberId={id} />
      </Tabs.Panel>
      <Tabs.Panel value="kin">
        <KinTab memberId={id} />
      </Tabs.Panel>
      <Tabs.Panel value="duplicates">
        <DuplicatesTab memberId={id} />
      </Tabs.Panel>
    </Tabs>
  )
}

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, Suspense, useState } from 'react'
import { useFullT, useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { slots } from '../ui/slots.ts'
import { BoardTab } from './parts/BoardTab.tsx'
import { ListTab } from './parts/ListTab.tsx'
import { OpenDialog } from './parts/OpenDialog.tsx'
import { TripPage } from './parts/TripPage.tsx'

type Tab = { id: string; label: string; content: () => ReactNode }

/** Members' trips through their six stages (S4-01..14), or one of them. */
export function Page({ params }: PageProps) {
  const id = typeof params.id === 'string' ? params.id : null
  const tab = typeof params.tab === 'string' ? params.tab : null
  return id === null ? <Trips tab={tab} /> : <TripPage key={id} id={id} tab={tab} />
}

function Trips({ tab: first }: { tab: string | null }) {
  const t = useT('trips')
  const full = useFullT()
  const [isOpening, setOpening] = useState(false)
  const [chosen, setTab] = useState(first ?? 'board')
  useShortcut({ id: 'trips.open', keys: 'alt+n', label: t('open'), group: t('title') }, () => setOpening(true))
  const tabs: Tab[] = [
    { id: 'board', label: t('tabs.board'), content: () => <BoardTab /> },
    { id: 'list', label: t('tabs.list'), content: () => <ListTab /> },
    ...slots.tripLists.map(({ id, label, component: Part }) => ({
      id,
      label: full(label),
      content: () => (
        <Suspense fallback={null}>
          <Part />
        </Suspense>
      ),
    })),
  ]
  const tab = tabs.some(({ id }) => id === chosen) ? chosen : 'board'
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpening(true)}>
            {t('open')}
          </Button>
        }
      />
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
      {isOpening && <OpenDialog memberId={null} onClose={() => setOpening(false)} />}
    </div>
  )
}

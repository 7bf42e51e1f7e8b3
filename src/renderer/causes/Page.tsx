import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { CountsView } from './parts/CountsView.tsx'
import { TreeView } from './parts/TreeView.tsx'
import { VersionsView } from './parts/VersionsView.tsx'

const VIEWS = ['tree', 'counts', 'versions'] as const
type View = (typeof VIEWS)[number]

/** The tree of causes: read by everybody of the desk, counted by leads, changed by managers. */
export function Page() {
  const t = useT('causes')
  const role = useSession((state) => state.user?.role)
  const [view, setView] = useState<View>('tree')
  const shown = VIEWS.filter((each) => each !== 'counts' || role !== 'agent')
  return (
    <div className="page">
      <PageHeader title={t('pageTitle')}>
        <SegmentedControl
          aria-label={t('tabs.label')}
          value={view}
          onChange={(value) => setView(VIEWS.find((each) => each === value) ?? 'tree')}
          data={shown.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        />
      </PageHeader>
      {view === 'tree' && <TreeView isManager={role === 'manager'} />}
      {view === 'counts' && <CountsView />}
      {view === 'versions' && <VersionsView />}
    </div>
  )
}

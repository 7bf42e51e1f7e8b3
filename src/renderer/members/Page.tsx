import { Button, SegmentedControl } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { MemberId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { countText } from '../ui/formats.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { CompaniesView } from './companies/CompaniesView.tsx'
import { GroupsView } from './groups/GroupsView.tsx'
import { SourcesView } from './groups/SourcesView.tsx'
import { useMemberList } from './list-state.ts'
import styles from './members.module.css'
import { CreateMember } from './parts/CreateMember.tsx'
import { FilterBar } from './parts/FilterBar.tsx'
import { MemberPanel } from './parts/MemberPanel.tsx'
import { MemberTable } from './parts/MemberTable.tsx'
import { RecentMembers } from './parts/RecentMembers.tsx'

const VIEWS = ['list', 'groups', 'companies', 'sources'] as const
type View = (typeof VIEWS)[number]

const OTHERS: Record<Exclude<View, 'list'>, () => React.JSX.Element> = {
  groups: GroupsView,
  companies: CompaniesView,
  sources: SourcesView,
}

/** The member list with the file of one member beside it; target groups, companies and collected data a key away. */
export function Page({ params }: PageProps) {
  const t = useT('members')
  const list = useMemberList()
  const [openId, setOpenId] = useState<MemberId | null>(null)
  const [isCreating, setCreating] = useState(false)
  const [view, setView] = useState<View>('list')
  const p = useT('people')
  const Other = view === 'list' ? null : OTHERS[view]
  const asked = params.id
  useEffect(() => {
    if (typeof asked !== 'string') return
    setOpenId(asked as MemberId)
    setView('list')
  }, [asked])
  const { setText } = list
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another link asks for another search
  useEffect(() => {
    if (typeof params.search === 'string') setText(params.search)
  }, [params])
  useShortcut({ id: 'members.new', keys: 'alt+n', label: t('list.create'), group: t('title') }, () => setCreating(true))
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        subtitle={
          list.mode === 'all' && list.rows.total > 0 ? t('subtitle', { count: countText(list.rows.total) }) : undefined
        }
        actions={
          <>
            <SegmentedControl
              aria-label={p('views.label')}
              value={view}
              onChange={(value) => setView(VIEWS.find((one) => one === value) ?? 'list')}
              data={VIEWS.map((value) => ({ value, label: p(`views.${value}`) }))}
            />
            <Button
              leftSection={<IconUserPlus size={15} />}
              rightSection={<KeyHint keys="alt+n" onBar />}
              onClick={() => setCreating(true)}
            >
              {t('list.create')}
            </Button>
          </>
        }
      >
        {view === 'list' && <FilterBar list={list} onOpen={setOpenId} />}
      </PageHeader>
      {Other && <Other />}
      {view === 'list' && (
        <div className={styles.split} data-open={openId !== null || undefined}>
          <div className={styles.listSide}>
            {openId === null && list.mode === 'all' && <RecentMembers onOpen={setOpenId} />}
            <MemberTable list={list} openId={openId} onOpen={setOpenId} />
          </div>
          {openId !== null && (
            <div className={styles.fileSide}>
              <MemberPanel key={openId} id={openId} onClose={() => setOpenId(null)} />
            </div>
          )}
        </div>
      )}
      <CreateMember isOpen={isCreating} onClose={() => setCreating(false)} onCreated={setOpenId} />
    </div>
  )
}

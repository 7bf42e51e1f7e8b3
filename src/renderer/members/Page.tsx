import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { MemberId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { countText } from '../ui/formats.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useMemberList } from './list-state.ts'
import styles from './members.module.css'
import { CreateMember } from './parts/CreateMember.tsx'
import { FilterBar } from './parts/FilterBar.tsx'
import { MemberPanel } from './parts/MemberPanel.tsx'
import { MemberTable } from './parts/MemberTable.tsx'
import { RecentMembers } from './parts/RecentMembers.tsx'

/** The member list with the file of one member beside it. */
export function Page({ params }: PageProps) {
  const t = useT('members')
  const list = useMemberList()
  const [openId, setOpenId] = useState<MemberId | null>(null)
  const [isCreating, setCreating] = useState(false)
  const asked = params.id
  useEffect(() => {
    if (typeof asked === 'string') setOpenId(asked as MemberId)
  }, [asked])
  useShortcut({ id: 'members.new', keys: 'alt+n', label: t('list.create'), group: t('title') }, () => setCreating(true))
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        subtitle={
          list.mode === 'all' && list.rows.total > 0 ? t('subtitle', { count: countText(list.rows.total) }) : undefined
        }
        actions={
          <Button
            leftSection={<IconUserPlus size={15} />}
            rightSection={<KeyHint keys="alt+n" onBar />}
            onClick={() => setCreating(true)}
          >
            {t('list.create')}
          </Button>
        }
      >
        <FilterBar list={list} onOpen={setOpenId} />
      </PageHeader>
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
      <CreateMember isOpen={isCreating} onClose={() => setCreating(false)} onCreated={setOpenId} />
    </div>
  )
}

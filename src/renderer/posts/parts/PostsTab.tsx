import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Post } from '../../../shared/posts/contract.ts'
import { PLATFORM_NAMES, POST_VIEWS, type PostState, type PostView } from '../../../shared/posts/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { durationText } from '../../ui/formats.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { Figures } from './Figures.tsx'
import { PostPanel } from './PostPanel.tsx'
import styles from './posts.module.css'
import { RecordDialog } from './RecordDialog.tsx'

export const POST_TONES: Record<PostState, Tone> = {
  open: 'warn',
  answered: 'good',
  converted: 'info',
  dismissed: 'neutral',
}

function useColumns(isNarrow: boolean): Column<Post>[] {
  const t = useT('posts')
  const nameOf = useName()
  const all: Column<Post>[] = [
    {
      id: 'platform',
      header: t('columns.platform'),
      width: '92px',
      cell: (row) => nameOf(PLATFORM_NAMES[row.platform]),
    },
    { id: 'author', header: t('columns.author'), width: 'minmax(96px, 0.6fr)', cell: (row) => row.author },
    { id: 'text', header: t('columns.text'), width: 'minmax(140px, 2fr)', cell: (row) => row.text },
    { id: 'postedAt', header: t('columns.postedAt'), width: '138px', cell: (row) => <InstantText at={row.postedAt} /> },
    { id: 'dueAt', header: t('columns.dueAt'), width: '138px', cell: (row) => <InstantText at={row.dueAt} /> },
    {
      id: 'took',
      header: t('columns.took'),
      width: '104px',
      align: 'right',
      cell: (row) => (row.responseMs === null ? '—' : durationText(row.responseMs)),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '176px',
      cell: (row) => (
        <span className={styles.badges}>
          <StateBadge tone={POST_TONES[row.state]} label={t(`states.${row.state}`)} />
          {row.isLate && <StateBadge tone="bad" label={t('late')} />}
        </span>
      ),
    },
  ]
  return isNarrow ? all.filter(({ id }) => !['platform', 'dueAt', 'took'].includes(id)) : all
}

/** Posts that wait for an answer first by the end of their limit, and what became of the others (S1-18..20). */
export function PostsTab() {
  const t = useT('posts')
  const [view, setView] = useState<PostView>('open')
  const [openId, setOpenId] = useState<string | null>(null)
  const [kept, setKept] = useState<Post | null>(null)
  const [isRecording, setRecording] = useState(false)
  const query = useQuery('posts.list', { view }, { topics: ['posts'] })
  const found = query.data?.rows.find(({ id }) => id === openId)
  // What was just answered leaves the list and stays in sight.
  const open = found ?? (kept?.id === openId ? kept : undefined)
  const columns = useColumns(open !== undefined)
  const start = () => setRecording(true)
  useShortcut({ id: 'posts.record', keys: 'alt+n', label: t('record'), group: t('title') }, start)
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={t('views.label')}
          value={view}
          onChange={(value) => {
            setView(POST_VIEWS.find((one) => one === value) ?? 'open')
            setOpenId(null)
          }}
          data={POST_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        <Button leftSection={<IconPlus size={15} />} rightSection={<KeyHint keys="alt+n" onBar />} onClick={start}>
          {t('record')}
        </Button>
      </div>
      {query.data && <Figures figures={query.data} onLate={() => setView('late')} />}
      <SplitView
        list={
          <DataTable
            label={t('tabs.posts')}
            columns={columns}
            rows={queryRows(query, ({ rows }) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={open ? <PostPanel key={open.id} post={open} onKeep={setKept} onClose={() => setOpenId(null)} /> : null}
      />
      {isRecording && (
        <RecordDialog
          onClose={(post) => {
            setRecording(false)
            if (!post) return
            setView('open')
            setOpenId(post.id)
          }}
        />
      )}
    </div>
  )
}

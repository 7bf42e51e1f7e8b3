import { Button, SegmentedControl } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CallId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useClasses } from '../ui/classes.ts'
import { SplitView } from '../ui/DetailPanel.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useName } from '../ui/use-name.ts'
import { useQuery } from '../use-query.ts'
import { CallBackList } from './parts/CallBackList.tsx'
import { CallPanel } from './parts/CallPanel.tsx'
import { CallTable } from './parts/CallTable.tsx'
import styles from './parts/calls.module.css'
import { WaitingTable } from './parts/WaitingTable.tsx'
import { useCalls } from './store.ts'

const VIEWS = ['all', 'mine', 'missed', 'waiting', 'callBacks'] as const
type View = (typeof VIEWS)[number]

const viewOf = (value: unknown): View => VIEWS.find((view) => view === value) ?? 'all'

/** Recent calls, what became of each, and who is still to be called back. */
export function Page({ params }: PageProps) {
  const t = useT('calls')
  const { call, show } = useCalls()
  const hotlines = useQuery('settings.read', {}, { topics: ['settings'] }).data?.hotlines ?? []
  const deskLines = useDeskLines()
  const [view, setView] = useState<View>(() => viewOf(params.view))
  const [openId, setOpenId] = useState<CallId | null>(null)
  // A link to another call may arrive while this page is open.
  useEffect(() => {
    if (typeof params.id === 'string') setOpenId(params.id as CallId)
  }, [params.id])
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        subtitle={[...hotlines, ...deskLines].map(({ label, number }) => `${label} ${number}`).join(' · ')}
        actions={
          <Button
            className={styles.solid ?? ''}
            leftSection={<IconPhone size={15} />}
            rightSection={<KeyHint keys="f2" onBar />}
            disabled={call !== null}
            onClick={() => show({ isDialogOpen: true })}
          >
            {t('bar.start')}
          </Button>
        }
      >
        <SegmentedControl
          aria-label={t('page.filter')}
          value={view}
          onChange={(value) => setView(viewOf(value))}
          data={VIEWS.map((value) => ({ value, label: t(`page.${value}`) }))}
        />
      </PageHeader>
      <SplitView
        list={
          view === 'callBacks' ? (
            <CallBackList isNarrow={openId !== null} onOpen={setOpenId} />
          ) : view === 'waiting' ? (
            <WaitingTable />
          ) : (
            <CallTable filter={view} openId={openId} onOpen={setOpenId} />
          )
        }
        detail={openId === null ? null : <CallPanel key={openId} id={openId} onClose={() => setOpenId(null)} />}
      />
    </div>
  )
}

/** S1-14: the numbers of the desks in use. */
function useDeskLines(): { label: string; number: string }[] {
  const nameOf = useName()
  const { offered } = useClasses()
  return offered.desks.flatMap(({ name, hotlines }) =>
    hotlines.map(({ number, note }) => ({ label: nameOf(name), number: [number, note].filter(Boolean).join(' ') })),
  )
}

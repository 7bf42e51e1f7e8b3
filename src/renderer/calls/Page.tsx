import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPhone, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { CallId } from '../../shared/ids.ts'
import { LONGEST_SEARCH } from '../../shared/search/contract.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useClasses } from '../ui/classes.ts'
import { SplitView } from '../ui/DetailPanel.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { useShortcut } from '../ui/keys.ts'
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

const TYPING_MS = 120

const viewOf = (value: unknown): View => VIEWS.find((view) => view === value) ?? 'all'

/** Recent calls, what became of each, and who is still to be called back. */
export function Page({ params }: PageProps) {
  const t = useT('calls')
  const { call, show } = useCalls()
  const hotlines = useQuery('settings.read', {}, { topics: ['settings'] }).data?.hotlines ?? []
  const deskLines = useDeskLines()
  const [view, setView] = useState<View>(() => viewOf(params.view))
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS)
  const [openId, setOpenId] = useState<CallId | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useShortcut({ id: 'calls.lookUp', keys: 'alt+f', label: t('page.lookUp'), group: t('title'), always: true }, () =>
    field.current?.select(),
  )
  // A link to another call may arrive while this page is open.
  useEffect(() => {
    if (typeof params.id === 'string') setOpenId(params.id as CallId)
    if (params.view !== undefined) setView(viewOf(params.view))
    if (typeof params.search === 'string') {
      setText(params.search)
      setView('all')
    }
  }, [params])
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
          onChange={(value) => {
            setText('')
            setView(viewOf(value))
          }}
          data={VIEWS.map((value) => ({ value, label: t(`page.${value}`) }))}
        />
        <TextInput
          ref={field}
          aria-label={t('page.lookUp')}
          placeholder={t('page.lookUp')}
          leftSection={<IconSearch size={14} />}
          rightSection={<KeyHint keys="alt+f" />}
          rightSectionWidth={58}
          value={text}
          maxLength={LONGEST_SEARCH}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setView('all')
          }}
          w={300}
          ml="auto"
        />
      </PageHeader>
      <SplitView
        list={
          view === 'callBacks' ? (
            <CallBackList isNarrow={openId !== null} onOpen={setOpenId} />
          ) : view === 'waiting' ? (
            <WaitingTable />
          ) : (
            <CallTable filter={view} text={asked} openId={openId} onOpen={setOpenId} />
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

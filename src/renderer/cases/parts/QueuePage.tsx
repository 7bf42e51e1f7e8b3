import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { MOST_AT_ONCE } from '../../../shared/bulk/model.ts'
import { LONGEST_SEARCH } from '../../../shared/search/contract.ts'
import { parseSearch } from '../../../shared/search/grammar.ts'
import { GROUPINGS } from '../../../shared/views/model.ts'
import { WAIT_ORDERS } from '../../../shared/waits/model.ts'
import { useT } from '../../i18n/use-t.ts'
import type { PageParams } from '../../pages.ts'
import { useSession } from '../../session/store.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterHint } from '../../ui/FilterHint.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { slots } from '../../ui/slots.ts'
import { newCase } from '../open.ts'
import { BulkBar } from '../queue/BulkBar.tsx'
import { GroupStrip } from '../queue/GroupStrip.tsx'
import { Mentions } from '../queue/Mentions.tsx'
import { useMarks } from '../queue/marks.ts'
import { openWait } from '../queue/open-wait.ts'
import { isCaseKey, type QueueRow, rowKey } from '../queue/rows.ts'
import { SavedViews } from '../queue/SavedViews.tsx'
import { useChosen } from '../queue/use-chosen.ts'
import { useQueueRows } from '../queue/use-queue-rows.ts'
import { WaitFilters } from '../queue/WaitFilters.tsx'
import { useQueueView } from '../store.ts'
import { ClaimButton } from './ClaimButton.tsx'
import styles from './cases.module.css'
import { DueFollowUps } from './DueFollowUps.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import { MyWarnings } from './MyWarnings.tsx'
import { QuickFilters } from './QuickFilters.tsx'
import { waitingFor } from './queue-filter.ts'
import { useQueueColumns } from './use-queue-columns.tsx'

const TYPING_MS = 120

/** `asked` is the link that led here, `search` the text it carries. */
type Props = { asked: PageParams; search: string }

/** Open cases in the order in which their limits end, with views, groups, acts on several and a search over all. */
export function QueuePage({ asked, search }: Props) {
  const t = useT('cases')
  const q = useT('queue')
  const me = useSession((session) => session.user?.id)
  const view = useQueueView()
  const { order, group, lastKey, set } = view
  const [text, setText] = useState(search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same search asked for again is a search
  useEffect(() => setText(search), [asked, search])
  const [wanted] = useDebouncedValue(text.trim(), TYPING_MS)
  const { found, answer } = useQueueRows(wanted)
  const { rows, markOf } = useMarks(found)
  const chosen = useChosen(rows, JSON.stringify([wanted, waitingFor(view)]))
  const columns = useQueueColumns([...parseSearch(wanted).words.map((word) => word.text), ...answer.guessed], markOf)
  const [current, setCurrent] = useState<QueueRow>()
  const field = useRef<HTMLInputElement>(null)
  useQueueKeys(() => field.current?.select())

  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Mentions />
            <MyWarnings />
            <DueFollowUps />
            <SegmentedControl
              aria-label={t('queue.order')}
              value={order}
              onChange={(value) => set({ order: WAIT_ORDERS.find((one) => one === value) ?? 'urgency' })}
              data={WAIT_ORDERS.map((value) => ({ value, label: t(`queue.${value}`) }))}
            />
            <Button
              leftSection={<IconPlus size={15} />}
              rightSection={<KeyHint keys="c" onBar />}
              onClick={() => newCase()}
            >
              {t('queue.new')}
            </Button>
          </>
        }
      >
        <QuickFilters />
        <MoreFilters />
        <WaitFilters />
        <SavedViews text={text.trim()} />
        <Select
          aria-label={q('group.by')}
          w={116}
          allowDeselect={false}
          data={GROUPINGS.map((one) => ({ value: one, label: q(`group.${one}`) }))}
          value={group}
          onChange={(one) => one && set({ group: one, part: null })}
        />
        <TextInput
          ref={field}
          aria-label={t('queue.lookUp')}
          placeholder={t('queue.lookUp')}
          leftSection={<IconSearch size={14} />}
          rightSection={<KeyHint keys="alt+f" />}
          rightSectionWidth={58}
          value={text}
          maxLength={LONGEST_SEARCH}
          onChange={(event) => setText(event.currentTarget.value)}
          className={styles.lookUp ?? ''}
        />
      </PageHeader>
      <Suspense fallback={null}>
        <slots.firstPage.above />
      </Suspense>
      {wanted === '' ? <GroupStrip /> : <FilterHint unknown={answer.unknown} isFilling={answer.isFilling} />}
      {chosen.rows.length > 0 && <BulkBar chosen={chosen.rows} onClear={chosen.clear} />}
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        onOpen={(row) => {
          set({ lastKey: rowKey(row) })
          openWait(row, me)
        }}
        onCurrent={setCurrent}
        openKey={lastKey ?? undefined}
        foot={<ClaimButton of={current?.what === 'case' ? current : undefined} withNumber />}
        selection={{
          ...{ keys: chosen.keys, onChange: chosen.choose, most: MOST_AT_ONCE, label: q('bulk.choose') },
          canChoose: isCaseKey,
        }}
        minWidth={1110}
        empty={<EmptyState title={t('queue.empty')} text={t('queue.emptyText')} />}
      />
      <Suspense fallback={null}>
        <slots.firstPage.below />
      </Suspense>
    </div>
  )
}

/** Up and down without reaching for the arrows, and into the search field. */
function useQueueKeys(toSearch: () => void): void {
  const t = useT('cases')
  const group = t('title')
  useShortcut({ id: 'cases.next', keys: 'j', label: t('queue.next'), group, inPalette: false }, () =>
    press('ArrowDown'),
  )
  useShortcut({ id: 'cases.previous', keys: 'k', label: t('queue.previous'), group, inPalette: false }, () =>
    press('ArrowUp'),
  )
  useShortcut({ id: 'cases.lookUp', keys: 'alt+f', label: t('queue.lookUp'), group, always: true }, toSearch)
}

/** Moves in the table as its own arrow keys do; the table takes the focus, so Enter opens. */
function press(key: 'ArrowDown' | 'ArrowUp'): void {
  const grid = document.querySelector<HTMLElement>('main [role=grid]')
  grid?.focus()
  grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { MOST_AT_ONCE } from '../../../shared/bulk/model.ts'
import { LONGEST_SEARCH } from '../../../shared/search/contract.ts'
import { parseSearch } from '../../../shared/search/grammar.ts'
import { GROUPINGS } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import type { PageParams } from '../../pages.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterHint } from '../../ui/FilterHint.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { newCase, openCase } from '../open.ts'
import { BulkBar } from '../queue/BulkBar.tsx'
import { GroupStrip } from '../queue/GroupStrip.tsx'
import { Mentions } from '../queue/Mentions.tsx'
import { useMarks } from '../queue/marks.ts'
import { SavedViews } from '../queue/SavedViews.tsx'
import { useChosen } from '../queue/use-chosen.ts'
import { useQueueRows } from '../queue/use-queue-rows.ts'
import { useQueueView } from '../store.ts'
import { ClaimButton } from './ClaimButton.tsx'
import { DueFollowUps } from './DueFollowUps.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import { MyWarnings } from './MyWarnings.tsx'
import { QuickFilters } from './QuickFilters.tsx'
import { type QueueRow, useQueueColumns } from './use-queue-columns.tsx'

const TYPING_MS = 120

/** `asked` is the link that led here, `search` the text it carries. */
type Props = { asked: PageParams; search: string }

/** Open cases in the order in which their limits end, with views, groups, acts on several and a search over all. */
export function QueuePage({ asked, search }: Props) {
  const t = useT('cases')
  const q = useT('queue')
  const { quick, order, more, group, part, lastId, set } = useQueueView()
  const [text, setText] = useState(search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same search asked for again is a search
  useEffect(() => setText(search), [asked, search])
  const [wanted] = useDebouncedValue(text.trim(), TYPING_MS)
  const { found, answer } = useQueueRows(wanted)
  const { rows, markOf } = useMarks(found)
  const chosen = useChosen(rows, JSON.stringify([wanted, quick, more, group, part]))
  const columns = useQueueColumns(
    parseSearch(wanted).words.map((word) => word.text),
    markOf,
  )
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
              onChange={(value) => set({ order: value === 'priority' ? 'priority' : 'due' })}
              data={[
                { value: 'due', label: t('queue.due') },
                { value: 'priority', label: t('queue.priority') },
              ]}
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
          w={250}
          ml="auto"
        />
      </PageHeader>
      {wanted === '' ? <GroupStrip /> : <FilterHint unknown={answer.unknown} isFilling={answer.isFilling} />}
      {chosen.rows.length > 0 && <BulkBar chosen={chosen.rows} onClear={chosen.clear} />}
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => {
          set({ lastId: row.id })
          openCase(row.id)
        }}
        onCurrent={setCurrent}
        openKey={lastId ?? undefined}
        foot={<ClaimButton of={current} withNumber />}
        selection={{ keys: chosen.keys, onChange: chosen.choose, most: MOST_AT_ONCE, label: q('bulk.choose') }}
        minWidth={1110}
        empty={<EmptyState title={t('queue.empty')} text={t('queue.emptyText')} />}
      />
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

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { QueueKey } from '../../../shared/cases/model.ts'
import type { CaseRow } from '../../../shared/cases/views.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import { newCase, openCase } from '../open.ts'
import { useQueueView } from '../store.ts'
import { DueFollowUps } from './DueFollowUps.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import { MyWarnings } from './MyWarnings.tsx'
import { QuickFilters } from './QuickFilters.tsx'
import { filterOf } from './queue-filter.ts'
import { useQueueColumns } from './use-queue-columns.tsx'

const LOOK_UP_FROM = 3

/** Open cases in the order in which their limits end, with quick filters and a look-up by whatever a customer can name. */
export function QueuePage() {
  const t = useT('cases')
  const { quick, order, more, lastId, set } = useQueueView()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 250)
  const isLookUp = wanted.length >= LOOK_UP_FROM
  const filter = filterOf({ quick, order, more })
  const queue = useKeysetRows<CaseRow, QueueKey>({
    key: JSON.stringify([filter, order]),
    topics: ['cases'],
    loadPage: (after) => call('cases.queue', { ...filter, order, ...(after === null ? {} : { after }) }),
    loadTotal: () => call('cases.queueTotal', filter),
  })
  const found = useQuery('cases.find', { text: wanted }, { enabled: isLookUp, topics: ['cases'] })
  const columns = useQueueColumns()
  const group = t('title')
  useShortcut({ id: 'cases.next', keys: 'j', label: t('queue.next'), group, inPalette: false }, () =>
    press('ArrowDown'),
  )
  useShortcut({ id: 'cases.previous', keys: 'k', label: t('queue.previous'), group, inPalette: false }, () =>
    press('ArrowUp'),
  )

  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <>
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
        <TextInput
          aria-label={t('queue.lookUp')}
          placeholder={t('queue.lookUp')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          w={250}
          ml="auto"
        />
      </PageHeader>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={isLookUp ? queryRows(found, (rows) => rows) : queue}
        rowKey={(row) => row.id}
        onOpen={(row) => {
          set({ lastId: row.id })
          openCase(row.id)
        }}
        openKey={lastId ?? undefined}
        minWidth={1080}
        empty={<EmptyState title={t('queue.empty')} text={t('queue.emptyText')} />}
      />
    </div>
  )
}

/** Moves in the table as its own arrow keys do; the table takes the focus, so Enter opens. */
function press(key: 'ArrowDown' | 'ArrowUp'): void {
  const grid = document.querySelector<HTMLElement>('main [role=grid]')
  grid?.focus()
  grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

import { useState } from 'react'
import type { Topic } from '../../../shared/contract.ts'
import type { Output } from '../../../shared/contracts.ts'
import type { SearchPlace } from '../../../shared/search/contract.ts'
import { WAIT_KINDS, type WaitKey } from '../../../shared/waits/model.ts'
import { call } from '../../client.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import type { Rows } from '../../ui/rows.ts'
import { waitingFor } from '../parts/queue-filter.ts'
import { useQueueView } from '../store.ts'
import type { CaseLine, QueueRow } from './rows.ts'

type Answer = Pick<Output<'search.cases'>, 'unknown' | 'guessed' | 'isFilling'>

const NOTHING_SAID: Answer = { unknown: [], guessed: [], isFilling: false }

/** Everything whose change may put a line into the list or out of it. */
export const WAIT_TOPICS: readonly Topic[] = ['cases', 'todos', 'calls', 'exports']

/** The queue as it is narrowed and ordered, or what a searched text finds, and what the search says about the text. */
export function useQueueRows(text: string): { found: Rows<QueueRow>; answer: Answer } {
  const view = useQueueView()
  const { order } = view
  const [answer, setAnswer] = useState(NOTHING_SAID)
  const { filter, what } = waitingFor(view)
  const queue = useKeysetRows<QueueRow, WaitKey>({
    key: JSON.stringify([filter, what, order]),
    topics: WAIT_TOPICS,
    loadPage: (after) =>
      call('waits.page', {
        ...filter,
        order,
        ...(what === null ? {} : { what }),
        ...(after === null ? {} : { after }),
      }),
    loadTotal: async () => {
      const counts = await call('waits.counts', filter)
      if (!counts.ok) return counts
      const shown = WAIT_KINDS.filter((kind) => what === null || kind === what)
      return { ok: true, value: shown.reduce((sum, kind) => sum + (counts.value[kind] ?? 0), 0) }
    },
  })
  const hits = useKeysetRows<CaseLine, SearchPlace>({
    key: text,
    topics: ['cases'],
    loadPage: async (from) => {
      if (text === '') return { ok: true, value: { rows: [], next: null } }
      const result = await call('search.cases', { text, ...(from === null ? {} : { from }) })
      if (!result.ok) return result
      const { rows, next, unknown, guessed, isFilling } = result.value
      setAnswer({ unknown, guessed, isFilling })
      return { ok: true, value: { rows: rows.map((row) => ({ ...row, what: 'case' as const })), next } }
    },
  })
  return { found: text === '' ? queue : hits, answer: text === '' ? NOTHING_SAID : answer }
}

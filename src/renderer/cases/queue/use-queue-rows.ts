import { useState } from 'react'
import type { QueueKey } from '../../../shared/cases/model.ts'
import type { CaseRow } from '../../../shared/cases/views.ts'
import type { Output } from '../../../shared/contracts.ts'
import type { CaseHit, SearchPlace } from '../../../shared/search/contract.ts'
import { call } from '../../client.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import type { Rows } from '../../ui/rows.ts'
import { filterOf, partOf } from '../parts/queue-filter.ts'
import type { QueueRow } from '../parts/use-queue-columns.tsx'
import { useQueueView } from '../store.ts'

type Answer = Pick<Output<'search.cases'>, 'unknown' | 'isFilling'>

const NOTHING_SAID: Answer = { unknown: [], isFilling: false }

/** The queue as it is narrowed and ordered, or what a searched text finds, and what the search says about the text. */
export function useQueueRows(text: string): { found: Rows<QueueRow>; answer: Answer } {
  const { quick, order, more, group, part } = useQueueView()
  const [answer, setAnswer] = useState(NOTHING_SAID)
  const filter = { ...filterOf({ quick, more }), ...partOf({ group, part }) }
  const queue = useKeysetRows<CaseRow, QueueKey>({
    key: JSON.stringify([filter, order]),
    topics: ['cases'],
    loadPage: (after) => call('cases.queue', { ...filter, order, ...(after === null ? {} : { after }) }),
    loadTotal: () => call('cases.queueTotal', filter),
  })
  const hits = useKeysetRows<CaseHit, SearchPlace>({
    key: text,
    topics: ['cases'],
    loadPage: async (from) => {
      if (text === '') return { ok: true, value: { rows: [], next: null } }
      const result = await call('search.cases', { text, ...(from === null ? {} : { from }) })
      if (result.ok) setAnswer({ unknown: result.value.unknown, isFilling: result.value.isFilling })
      return result
    },
  })
  return { found: text === '' ? queue : hits, answer: text === '' ? NOTHING_SAID : answer }
}

import { useEffect, useState } from 'react'
import type { CallHit } from '../../shared/search/contract.ts'
import { call } from '../client.ts'
import type { Found } from './items.tsx'

/** Lines of calls that the list shows; what is beyond them is in the list of calls. */
const SHOWN = 6
/** Nothing older is read while somebody still types. */
const PAUSE_MS = 350

/** `stopped`: enough was found, or the desk did not answer; what is older still stands in the list of calls. */
type Older = { of: Found; hits: readonly CallHit[]; state: 'reading' | 'done' | 'stopped' }

/**
 * What a search found, with older calls added as they are read, page after page to the oldest, as long as fewer were
 * found than the list shows. Another text or a closed list ends it.
 */
export function useOlderCalls(
  text: string,
  found: Found | undefined,
): { found: Found | undefined; isReading: boolean } {
  const [older, setOlder] = useState<Older>()
  useEffect(() => {
    if (!found?.calls.next || found.calls.hits.length >= SHOWN) return
    let isWanted = true
    const read = async () => {
      let before = found.calls.next
      let hits: CallHit[] = []
      const known = new Set<string>(found.calls.hits.map(({ id }) => id))
      while (before && known.size < SHOWN) {
        const page = await call('search.calls', { text, before, limit: SHOWN })
        if (!isWanted) return
        if (!page.ok) break
        hits = [...hits, ...page.value.rows.filter(({ id }) => !known.has(id))]
        for (const { id } of hits) known.add(id)
        before = page.value.next
        setOlder({ of: found, hits, state: 'reading' })
      }
      setOlder({ of: found, hits, state: before === null ? 'done' : 'stopped' })
    }
    const timer = setTimeout(() => void read(), PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [text, found])
  if (!found?.calls.next) return { found, isReading: false }
  const own = older?.of === found ? older : undefined
  const all = [...found.calls.hits, ...(own?.hits ?? [])]
  const hits = all.slice(0, SHOWN)
  const isReading = (own === undefined || own.state === 'reading') && hits.length < SHOWN
  const hasMore = (!isReading && own?.state !== 'done') || all.length > SHOWN
  return { found: { ...found, calls: { ...found.calls, hits, hasMore } }, isReading }
}

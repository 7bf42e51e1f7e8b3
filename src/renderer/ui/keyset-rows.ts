import { useCallback, useEffect, useRef, useState } from 'react'
import type { Topic } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import { onTopics } from '../client.ts'
import type { Rows } from './rows.ts'

/** One page of a list that is read on from a key, because counting rows from the top would be slow. */
export type KeysetPage<T, K> = { rows: readonly T[]; total?: number; next: K | null }

export type KeysetOptions<T, K> = {
  /** Filter and sorting as text: when it changes, everything is read anew from the top. */
  key: string
  /** Reads the page after a key; null is the first page. */
  loadPage: (after: K | null) => Promise<Result<KeysetPage<T, K>>>
  /** Counts all rows there are, beside the reading of the first ones, where the pages do not say it. */
  loadTotal?: () => Promise<Result<number>>
  /** Re-read what is shown when one of these changes. */
  topics?: readonly Topic[]
}

/** What is here, and of which filter: until the rows of a new one are asked for, those of the old are not taken for them. */
type Held<T, K> = { of: string; rows: readonly T[]; next: K | null; failure: Failure | undefined; isRead: boolean }

/** Pages are fetched this many rows before the end is in sight. */
const AHEAD = 60

/** Rows read page after page as the table nears the end of what is here; `all` says how many there are. */
export function useKeysetRows<T, K>({ key, loadPage, loadTotal, topics = [] }: KeysetOptions<T, K>): Rows<T> {
  const [held, setHeld] = useState<Held<T, K>>(() => nothing(key))
  const [all, setAll] = useState<number | null>(null)
  const latest = useRef({ loadPage, loadTotal, topics, held, wanted: 0, turn: 0, count: 0, isBusy: false })
  Object.assign(latest.current, { loadPage, loadTotal, topics })

  /** Reads until the wanted rows are here; a re-read replaces the old rows only once it has as much to show. */
  const fill = useCallback(async (start: Held<T, K>) => {
    const own = latest.current
    const mine = ++own.turn
    own.isBusy = true
    let now = start
    while (!now.isRead || (now.next !== null && now.rows.length < own.wanted + AHEAD)) {
      const result = await own.loadPage(now.next)
      if (mine !== own.turn) return
      if (!result.ok) {
        now = { ...own.held, failure: result.failure, isRead: true }
        break
      }
      const { rows, total, next } = result.value
      if (total !== undefined) setAll(total)
      now = { of: now.of, rows: [...now.rows, ...rows], next, failure: undefined, isRead: true }
    }
    own.isBusy = false
    own.held = now
    setHeld(now)
  }, [])

  const want = useCallback(
    (_from: number, to: number) => {
      const own = latest.current
      own.wanted = to
      if (!own.isBusy && own.held.next !== null && own.held.rows.length < to + AHEAD) void fill(own.held)
    },
    [fill],
  )
  const count = useCallback(async () => {
    const own = latest.current
    const mine = ++own.count
    const result = await own.loadTotal?.()
    if (result?.ok && mine === own.count) setAll(result.value)
  }, [])
  const reload = useCallback(() => {
    void fill(nothing<T, K>(latest.current.held.of))
    void count()
  }, [fill, count])

  useEffect(() => {
    const own = latest.current
    own.wanted = 0
    own.held = nothing(key)
    setHeld(own.held)
    setAll(null)
    reload()
    return () => {
      own.turn += 1
      own.count += 1
    }
  }, [key, reload])

  const topicKey = topics.join()
  useEffect(() => (topicKey === '' ? undefined : onTopics(latest.current.topics, reload)), [topicKey, reload])

  const here = held.of === key ? held : nothing<T, K>(key)
  return {
    total: here.rows.length,
    all: Math.max(all ?? 0, here.rows.length),
    row: (index) => here.rows[index],
    want,
    isLoading: !here.isRead,
    failure: here.failure,
    reload,
  }
}

function nothing<T, K>(of: string): Held<T, K> {
  return { of, rows: [], next: null, failure: undefined, isRead: false }
}

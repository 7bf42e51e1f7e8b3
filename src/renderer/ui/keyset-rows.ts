import { useCallback, useEffect, useRef, useState } from 'react'
import type { Topic } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import { onTopics } from '../client.ts'
import type { Rows } from './rows.ts'

/** One page of a list that is read on from a key, because counting rows from the top would be slow. */
export type KeysetPage<T, K> = { rows: readonly T[]; total: number; next: K | null }

export type KeysetOptions<T, K> = {
  /** Filter and sorting as text: when it changes, everything is read anew from the top. */
  key: string
  /** Reads the page after a key; null is the first page. */
  loadPage: (after: K | null) => Promise<Result<KeysetPage<T, K>>>
  /** Re-read what is shown when one of these changes. */
  topics?: readonly Topic[]
}

type Held<T, K> = { rows: readonly T[]; all: number; next: K | null; failure: Failure | undefined; isRead: boolean }

/** Pages are fetched this many rows before the end is in sight. */
const AHEAD = 60

/** Rows read page after page as the table nears the end of what is here; `all` says how many there are. */
export function useKeysetRows<T, K>({ key, loadPage, topics = [] }: KeysetOptions<T, K>): Rows<T> {
  const [held, setHeld] = useState<Held<T, K>>(nothing)
  const latest = useRef({ loadPage, topics, held, wanted: 0, turn: 0, isBusy: false })
  Object.assign(latest.current, { loadPage, topics })

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
      now = { rows: [...now.rows, ...rows], all: total, next, failure: undefined, isRead: true }
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
  const reload = useCallback(() => void fill(nothing<T, K>()), [fill])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key means other rows, so all is read from the top
  useEffect(() => {
    const own = latest.current
    own.wanted = 0
    own.held = nothing()
    setHeld(own.held)
    reload()
    return () => {
      own.turn += 1
    }
  }, [key, reload])

  const topicKey = topics.join()
  useEffect(() => (topicKey === '' ? undefined : onTopics(latest.current.topics, reload)), [topicKey, reload])

  return {
    total: held.rows.length,
    all: held.all,
    row: (index) => held.rows[index],
    want,
    isLoading: !held.isRead,
    failure: held.failure,
    reload,
  }
}

function nothing<T, K>(): Held<T, K> {
  return { rows: [], all: 0, next: null, failure: undefined, isRead: false }
}

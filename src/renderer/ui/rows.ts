import { useCallback, useEffect, useRef, useState } from 'react'
import type { Topic } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import { onTopics } from '../client.ts'
import type { Query } from '../use-query.ts'

/** What a table draws from: any row by its place, or undefined while it is being read. */
export type Rows<T> = {
  /** Rows that can be scrolled to now. */
  total: number
  /** Rows there are in all, when more will be read as the end comes near. */
  all?: number
  row: (index: number) => T | undefined
  /** The table says which places it shows (from inclusive, to exclusive). */
  want: (from: number, to: number) => void
  isLoading: boolean
  failure: Failure | undefined
  reload: () => void
}

const nothing = () => undefined

/** Rows that are all here already. */
export function rowsOf<T>(list: readonly T[]): Rows<T> {
  return {
    total: list.length,
    row: (index) => list[index],
    want: nothing,
    isLoading: false,
    failure: undefined,
    reload: nothing,
  }
}

/** Rows of a query that answers with the whole list; `pick` finds the list in the answer. */
export function queryRows<A, T>(query: Query<A>, pick: (answer: A) => readonly T[]): Rows<T> {
  const list = query.data === undefined ? [] : pick(query.data)
  return {
    ...rowsOf(list),
    isLoading: query.isLoading && list.length === 0,
    failure: query.failure,
    reload: query.reload,
  }
}

export type Range<T> = { total: number; rows: readonly T[] }

const BLOCK = 100
const KEPT_BLOCKS = 60

export type WindowedOptions<T> = {
  /** Filter and sorting as text: when it changes, everything is read anew from the top. */
  key: string
  /** Reads rows from (inclusive) to (exclusive) and how many there are in all. */
  loadRange: (from: number, to: number) => Promise<Result<Range<T>>>
  /** Re-read what is shown when one of these changes. */
  topics?: readonly Topic[]
}

type Held<T> = {
  total: number
  blocks: ReadonlyMap<number, readonly T[]>
  /** Blocks read since the last change; the others are shown until they are read anew. */
  fresh: ReadonlySet<number>
  failure: Failure | undefined
}

const NOTHING = { total: 0, blocks: new Map(), fresh: new Set<number>(), failure: undefined }

function withBlock<T>(old: Held<T>, block: number, { total, rows }: Range<T>): Held<T> {
  const blocks = new Map(old.blocks)
  blocks.delete(block)
  blocks.set(block, rows)
  const oldest = [...blocks.keys()].slice(0, Math.max(0, blocks.size - KEPT_BLOCKS))
  for (const each of oldest) blocks.delete(each)
  const fresh = new Set([...old.fresh, block].filter((each) => blocks.has(each)))
  return { total, blocks, fresh, failure: undefined }
}

/** Rows of a list of any length, read in blocks around what the table shows. */
export function useWindowedRows<T>({ key, loadRange, topics = [] }: WindowedOptions<T>): Rows<T> {
  const [held, setHeld] = useState<Held<T>>(NOTHING)
  const [isLoading, setLoading] = useState(true)
  const latest = useRef({ loadRange, topics, held })
  latest.current = { ...latest.current, loadRange, topics }
  const turn = useRef(0)
  const asked = useRef(new Set<number>())
  const shown = useRef({ from: 0, to: BLOCK })

  const hold = useCallback((next: Held<T>) => {
    latest.current.held = next
    setHeld(next)
  }, [])

  const read = useCallback(
    async (block: number) => {
      if (asked.current.has(block) || latest.current.held.fresh.has(block)) return
      asked.current.add(block)
      const mine = turn.current
      const result = await latest.current.loadRange(block * BLOCK, (block + 1) * BLOCK)
      if (mine !== turn.current) return
      asked.current.delete(block)
      setLoading(false)
      const old = latest.current.held
      hold(result.ok ? withBlock(old, block, result.value) : { ...old, failure: result.failure })
    },
    [hold],
  )

  const want = useCallback(
    (from: number, to: number) => {
      shown.current = { from, to }
      for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block += 1) void read(block)
    },
    [read],
  )

  const reload = useCallback(() => {
    turn.current += 1
    asked.current = new Set()
    hold({ ...latest.current.held, fresh: new Set() })
    want(shown.current.from, shown.current.to)
  }, [hold, want])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key means other rows, so all is read from the top
  useEffect(() => {
    shown.current = { from: 0, to: BLOCK }
    hold(NOTHING)
    setLoading(true)
    reload()
    return () => {
      turn.current += 1
    }
  }, [key, hold, reload])

  const topicKey = topics.join()
  useEffect(() => (topicKey === '' ? undefined : onTopics(latest.current.topics, reload)), [topicKey, reload])

  return {
    total: held.total,
    row: (index) => held.blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    want,
    isLoading,
    failure: held.failure,
    reload,
  }
}

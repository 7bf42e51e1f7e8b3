import { useCallback, useEffect, useRef, useState } from 'react'
import type { Topic } from '../shared/contract.ts'
import type { CallName, Input, Output } from '../shared/contracts.ts'
import type { Failure } from '../shared/failure.ts'
import { call, onTopics } from './client.ts'
import { forgetRead, noteRead, type Read } from './reads.ts'

/** Several pushes of one burst lead to one re-read. */
const SETTLE_MS = 60

export type QueryOptions = {
  /** Re-read when one of these changes. */
  topics?: readonly Topic[]
  /** False: do not ask yet; what was read before is dropped. */
  enabled?: boolean
  /** Drop the old data when the input changes, so one person's data never stands under another's name. */
  clearOnChange?: boolean
  /** Re-read when this number changes: for data whose every reading is audited, so that no topic may trigger it. */
  version?: number
}

export type Query<T> = {
  data: T | undefined
  /** Whoever looks at it shows it; a fault nobody looks at is told above the page. */
  readonly failure: Failure | undefined
  /** True while an answer is under way; `data` may hold the previous answer meanwhile. */
  readonly isLoading: boolean
  reload: () => void
}

type Held<T> = { key: string; data: T | undefined; failure: Failure | undefined; isLoading: boolean }

/** Reads a call and re-reads it when its input or one of its topics changes; late answers to old inputs are dropped. */
export function useQuery<N extends CallName>(name: N, input: Input<N>, options: QueryOptions = {}): Query<Output<N>> {
  const { topics = [], enabled = true, clearOnChange = false, version = 0 } = options
  const key = JSON.stringify({ name, input })
  const topicKey = topics.join()
  const latest = useRef({ input, topics })
  latest.current = { input, topics }
  const turn = useRef(0)
  const [held, setHeld] = useState<Held<Output<N>>>({ key, data: undefined, failure: undefined, isLoading: enabled })

  const read = useCallback(async () => {
    const mine = ++turn.current
    setHeld((old) => ({ ...old, isLoading: true }))
    const result = await call(name, latest.current.input)
    if (mine !== turn.current) return
    setHeld((old) =>
      result.ok
        ? { key, data: result.value, failure: undefined, isLoading: false }
        : { key, data: old.key === key ? old.data : undefined, failure: result.failure, isLoading: false },
    )
  }, [name, key])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to read again
  useEffect(() => {
    if (enabled) void read()
    else setHeld({ key, data: undefined, failure: undefined, isLoading: false })
    return () => {
      turn.current += 1
    }
  }, [enabled, read, key, version])

  useEffect(() => {
    if (!enabled || topicKey === '') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onTopics(latest.current.topics, () => {
      clearTimeout(timer)
      timer = setTimeout(() => void read(), SETTLE_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [enabled, topicKey, read])

  const isOld = clearOnChange && held.key !== key
  const data = isOld ? undefined : held.data
  const failure = isOld ? undefined : held.failure
  const isLoading = held.isLoading || isOld
  const reload = () => void read()
  const looked = useLookedAt({ failure, isAwaited: enabled && isLoading && data === undefined, reload })
  return {
    data,
    get failure() {
      looked.failure = true
      return failure
    },
    get isLoading() {
      looked.isLoading = true
      return isLoading
    },
    reload,
  }
}

/** What this drawing of a component looks at of a reading; what it leaves out, the desk tells in its place. */
function useLookedAt(read: Read): { failure: boolean; isLoading: boolean } {
  const looked = { failure: false, isLoading: false }
  const [key] = useState(() => ({}))
  useEffect(() => {
    const { failure, isAwaited } = read
    noteRead(key, {
      ...read,
      failure: looked.failure ? undefined : failure,
      isAwaited: isAwaited && !looked.isLoading,
    })
  })
  useEffect(() => () => forgetRead(key), [key])
  return looked
}

import type { Draft, DraftKey } from '../../shared/drafts/model.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import type { Instant } from '../../shared/time.ts'

/** Text is in the store at most this long after it was typed. */
export const SAVE_EVERY_MS = 1000

/** After a save failed it is tried again this much later. */
const RETRY_MS = 5000

/** Where drafts are kept: the desk's calls in a window, the same calls of an engine in a test. */
export type DraftStore = {
  save: (input: DraftKey & { body: string }) => Promise<Result<{ savedAt: Instant }>>
  load: (input: DraftKey) => Promise<Result<Draft | null>>
  remove: (input: DraftKey) => Promise<Result<null>>
}

export type KeeperState = {
  saving: 'idle' | 'waiting' | 'saved' | 'failed'
  savedAt: Instant | null
  failure: Failure | null
}

/** Keeps one draft in step with what is typed; saves go out one after another, so the newest text always wins. */
export type DraftKeeper = {
  load: () => Promise<Draft | null>
  /** Text to keep, or null when the form is empty again; saved within a second. */
  write: (body: string | null) => void
  /** Saves at once what is still waiting; true when everything is in the store. */
  flush: () => Promise<boolean>
  /** Forgets the draft, also in the store: what was written has been handed in. */
  discard: () => Promise<void>
  close: () => Promise<boolean>
}

/** The last thing asked of each draft: a form that is opened again waits for what it was still saving when it closed. */
const tails = new Map<string, Promise<unknown>>()
const open = new Set<DraftKeeper>()

/** Saves everything that is still being typed anywhere in this window, for the moment before it locks or closes. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...open].map((keeper) => keeper.flush()))
}

/** Begins to keep one draft; `tell` hears how saving goes. */
export function keepDraft(store: DraftStore, key: DraftKey, tell: (state: KeeperState) => void): DraftKeeper {
  const name = `${key.kind} ${key.subject}`
  let pending: { body: string | null } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: KeeperState = { saving: 'idle', savedAt: null, failure: null }

  const say = (change: Partial<KeeperState>) => {
    state = { ...state, ...change }
    tell(state)
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = (tails.get(name) ?? Promise.resolve()).then(work)
    const tail = done
      .catch(() => undefined)
      .then(() => {
        if (tails.get(name) === tail) tails.delete(name)
      })
    tails.set(name, tail)
    return done
  }

  function wait(ms: number): void {
    timer ??= setTimeout(() => void flush(), ms)
  }

  async function savePending(): Promise<boolean> {
    const taken = pending
    if (taken === undefined) return true
    pending = undefined
    const { body } = taken
    const result = body === null ? await store.remove(key) : await store.save({ ...key, body })
    if (!result.ok) {
      // Newer text may have come meanwhile; it takes the place of what could not be saved.
      pending ??= taken
      if (result.failure.code !== 'LOCKED' && open.has(keeper)) wait(RETRY_MS)
      say({ saving: 'failed', failure: result.failure })
      return false
    }
    say({ saving: pending === undefined ? 'saved' : 'waiting', savedAt: result.value?.savedAt ?? null, failure: null })
    return true
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    return inTurn(savePending)
  }

  const keeper: DraftKeeper = {
    load: () =>
      inTurn(async () => {
        const result = await store.load(key)
        if (!result.ok) say({ saving: 'failed', failure: result.failure })
        return result.ok ? result.value : null
      }),
    write: (body) => {
      pending = { body }
      if (state.saving !== 'waiting') say({ saving: 'waiting' })
      wait(SAVE_EVERY_MS)
    },
    flush,
    discard: () => {
      clearTimeout(timer)
      timer = undefined
      pending = undefined
      return inTurn(async () => {
        await store.remove(key)
        say({ saving: 'idle', savedAt: null, failure: null })
      })
    },
    close: () => {
      open.delete(keeper)
      return flush()
    },
  }
  open.add(keeper)
  return keeper
}

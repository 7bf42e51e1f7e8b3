import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Failure } from '../../shared/failure.ts'
import type { Instant } from '../../shared/time.ts'
import { call } from '../client.ts'
import { whenComposed } from './composing.ts'
import { joinForms } from './join.ts'
import { type DraftKeeper, type DraftStore, type KeeperState, keepDraft } from './keeper.ts'
import { holdCaret, writtenText } from './place-text.ts'
import { readBody } from './read-body.ts'

export type DraftOptions<T> = {
  /** The empty form, and the shape that a kept draft must still have to be restored. */
  initial: T
  shape: z.ZodType<T>
}

export type DraftForm<T> = {
  value: T
  /** Changes what is written; kept within a second. */
  set: (next: T | ((old: T) => T)) => void
  /** False until the store was asked for a draft; what is typed before that stands behind the draft when it comes. */
  isReady: boolean
  /** When the text that was found and restored had been saved; null when the form began empty. */
  restoredAt: Instant | null
  saving: KeeperState['saving']
  savedAt: Instant | null
  failure: Failure | null
  /** Saves at once; true when everything is in the store. */
  flush: () => Promise<boolean>
  /** Empties the form and removes the draft: after it was handed in, or when the person drops it. */
  discard: () => Promise<void>
}

/** The calls by which every form of this window keeps its drafts. */
export const draftStore: DraftStore = {
  save: (input) => call('drafts.save', input),
  load: (input) => call('drafts.load', input),
  remove: (input) => call('drafts.remove', input),
}

const UNSAVED: KeeperState = { saving: 'idle', savedAt: null, failure: null }

/**
 * A form whose text is never lost: it is kept in the encrypted store while it is typed, at once when a field or the
 * window loses the focus, and is there again after a lock or a crash. `kind` and `subject` name it, per person.
 */
export function useDraft<T>(kind: string, subject: string, { initial, shape }: DraftOptions<T>): DraftForm<T> {
  const name = `${kind} ${subject}`
  const [held, setHeld] = useState({ name, value: initial, isReady: false, restoredAt: null as Instant | null })
  const [state, setState] = useState(UNSAVED)
  const keeper = useRef<DraftKeeper | null>(null)
  const latest = useRef({ initial, shape, value: initial, isTouched: false, isDropped: false })
  Object.assign(latest.current, { initial, shape })
  const putCaret = useRef<(() => void) | null>(null)
  useLayoutEffect(() => {
    if (!held.isReady) return
    putCaret.current?.()
    putCaret.current = null
  }, [held])

  // Before anything can be typed: no letter meets a form that does not keep it yet.
  useLayoutEffect(() => {
    let isCurrent = true
    const { initial: base } = latest.current
    const named = `${kind} ${subject}`
    const own = keepDraft(draftStore, { kind, subject }, (next) => isCurrent && setState(next))
    keeper.current = own
    const begin = (value: T, restoredAt: Instant | null) => {
      latest.current.value = value
      setHeld({ name: named, value, isReady: true, restoredAt })
    }
    setState(UNSAVED)
    // Typing may begin before the draft comes: it must not land in what was shown of another subject.
    Object.assign(latest.current, { value: base, isTouched: false, isDropped: false })
    setHeld((old) => (old.name === named ? old : { name: named, value: base, isReady: false, restoredAt: null }))
    const settle = async () => {
      const draft = await own.load()
      await whenComposed()
      if (!isCurrent) return
      const { value: typed, isTouched, isDropped } = latest.current
      if (isDropped) return begin(typed, null)
      const found = draft === null ? undefined : readBody(latest.current.shape, draft.body)
      const restoredAt = found === undefined ? null : (draft?.savedAt ?? null)
      if (!isTouched) return begin(found ?? latest.current.initial, restoredAt)
      if (found === undefined) return begin(typed, null)
      const joined = joinForms(base, found, typed, writtenText())
      putCaret.current = holdCaret()
      begin(joined, restoredAt)
      own.write(JSON.stringify(joined))
    }
    void settle()
    const stop = flushWhenLeft(own)
    return () => {
      isCurrent = false
      stop()
      // Kept as the current one: a form that closes because it was handed in still drops its draft.
      void own.close()
    }
  }, [kind, subject])

  const set = useCallback((next: T | ((old: T) => T)) => {
    const { value: old, initial: empty } = latest.current
    const value = isChange(next) ? next(old) : next
    latest.current.value = value
    latest.current.isTouched = true
    setHeld((before) => ({ ...before, value }))
    const body = JSON.stringify(value)
    keeper.current?.write(body === JSON.stringify(empty) ? null : body)
  }, [])

  const discard = useCallback(async () => {
    const { initial: value } = latest.current
    Object.assign(latest.current, { value, isDropped: true })
    setHeld((before) => ({ ...before, value, restoredAt: null }))
    await keeper.current?.discard()
  }, [])
  const flush = useCallback(async () => (await keeper.current?.flush()) ?? true, [])

  // Until the effect has run for a new subject, the old subject's text must not be seen under it.
  const isOld = held.name !== name
  const shown = isOld ? { value: initial, isReady: false, restoredAt: null } : held
  return { ...shown, ...state, set, flush, discard }
}

function isChange<T>(next: T | ((old: T) => T)): next is (old: T) => T {
  return typeof next === 'function'
}

/** Saves when a field loses the focus, when the window is left, and before it goes. */
export function flushWhenLeft(keeper: DraftKeeper): () => void {
  const flush = () => void keeper.flush()
  const events = ['focusout', 'blur', 'pagehide', 'beforeunload'] as const
  for (const event of events) window.addEventListener(event, flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    for (const event of events) window.removeEventListener(event, flush)
    document.removeEventListener('visibilitychange', flush)
  }
}

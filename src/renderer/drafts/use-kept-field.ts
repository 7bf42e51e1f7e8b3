import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Draft, DraftKey } from '../../shared/drafts/model.ts'
import type { Instant } from '../../shared/time.ts'
import { whenComposed } from './composing.ts'
import { holdText } from './handed-in.ts'
import { joinText } from './join.ts'
import { type DraftKeeper, type KeeperState, keepDraft } from './keeper.ts'
import { keptLine } from './kept-lines.ts'
import { gapOf, holdCaret, putInto } from './place-text.ts'
import { readBody } from './read-body.ts'
import { draftStore, flushWhenLeft } from './use-draft.ts'

export type KeptField = {
  /** When the text that came back had been saved; null when the field began as its form gave it. */
  restoredAt: Instant | null
  saving: KeeperState['saving']
  /** To be called with each change that a person makes. */
  typed: (text: string) => void
  /** Puts back what stood there before and forgets the draft. */
  discard: () => Promise<void>
}

type State = {
  /** What the form itself put there. */
  base: string
  text: string
  isTyped: boolean
  /** True between a change by a person and the form's answer to it. */
  isTyping: boolean
  /** The draft that the store held when the field was shown, until it was used or dropped. */
  found: Draft | null
  isPutBack: boolean
}

type Field = RefObject<HTMLTextAreaElement | null>

/**
 * Keeps the text of one field of a form that holds its own state: saved within a second, put back when the field is
 * shown again, forgotten once a command has taken it or the form has emptied it.
 */
export function useKeptField({ kind, subject }: DraftKey, field: Field, value: string): KeptField {
  const [restoredAt, setRestored] = useState<Instant | null>(null)
  const [saving, setSaving] = useState<KeeperState['saving']>('idle')
  const keeper = useRef<DraftKeeper | null>(null)
  const state = useRef<State>({
    ...{ base: value, text: value, isTyped: false, isTyping: false },
    ...{ found: null, isPutBack: false },
  })

  useLayoutEffect(() => {
    let isCurrent = true
    const now = state.current
    Object.assign(now, { base: now.text, isTyped: false, isTyping: false, found: null })
    setRestored(null)
    const own = keepDraft(draftStore, { kind, subject }, (next) => isCurrent && setSaving(next.saving))
    keeper.current = own
    const settle = async () => {
      const draft = await own.load()
      await whenComposed()
      if (!isCurrent || draft === null) return
      now.found = draft
      putBack(now, field.current, setRestored)
    }
    void settle()
    const stop = flushWhenLeft(own)
    const forget = () => {
      Object.assign(now, { base: now.text, isTyped: false, found: null })
      setRestored(null)
      void own.discard()
    }
    const leave = holdText({ text: () => (now.isTyped ? now.text : ''), forget })
    return () => {
      isCurrent = false
      leave()
      stop()
      void own.close()
    }
  }, [kind, subject, field])

  useEffect(() => {
    const now = state.current
    if (!now.isTyping && value !== now.text) {
      // The form itself has put something else there: it was emptied after being handed in, or filled from the store.
      if (now.isTyped) {
        now.found = null
        void keeper.current?.discard()
      }
      Object.assign(now, { base: value, text: value, isTyped: false })
      setRestored(null)
      putBack(now, field.current, setRestored)
      return
    }
    Object.assign(now, { text: value, isTyping: false })
  }, [value, field])

  const typed = useCallback((text: string) => {
    const now = state.current
    Object.assign(now, { text, isTyped: true, isTyping: true })
    // What was just put back is in the store already.
    if (!now.isPutBack) keeper.current?.write(text === now.base ? null : JSON.stringify({ base: now.base, text }))
  }, [])
  const discard = useCallback(async () => {
    const now = state.current
    if (field.current) putInto(field.current, now.base)
    Object.assign(now, { isTyped: false, found: null })
    setRestored(null)
    await keeper.current?.discard()
    setSaving('idle')
  }, [field])
  return { restoredAt, saving, typed, discard }
}

/**
 * Puts a found draft back once the form shows what the text was written over; what somebody typed before it came
 * stands behind it.
 */
function putBack(now: State, field: HTMLTextAreaElement | null, tell: (at: Instant) => void): void {
  if (now.found === null || field === null) return
  const kept = readBody(keptLine, now.found.body)
  if (kept === undefined || kept.base !== now.base) return
  const { base, text: typed } = now
  const text = joinText({ base, draft: kept.text, typed }, gapOf(field))
  const { savedAt } = now.found
  now.found = null
  if (text === typed) return
  tell(savedAt)
  const putCaret = holdCaret()
  now.isPutBack = text === kept.text
  putInto(field, text)
  now.isPutBack = false
  putCaret()
}

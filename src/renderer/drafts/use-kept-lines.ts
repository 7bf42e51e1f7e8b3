import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { DraftKey } from '../../shared/drafts/model.ts'
import type { Instant } from '../../shared/time.ts'
import { whenComposed } from './composing.ts'
import { holdText } from './handed-in.ts'
import { type DraftKeeper, type KeeperState, keepDraft } from './keeper.ts'
import { bodyOf, isSpoken, type KeptLines, type Line, linesOf, putBack, seenLine } from './kept-lines.ts'
import { holdCaret, putInto } from './place-text.ts'
import { draftStore, flushWhenLeft } from './use-draft.ts'

type State = {
  lines: Map<string, Line>
  /** What the store held, until it was put into its field or dropped. */
  found: KeptLines
  savedAt: Instant | null
  /** The fields that a person has just changed, until their form has answered. */
  changing: Set<HTMLInputElement>
  /** True while a text goes into its field that the store holds already. */
  isKnown: boolean
}

type Mark = RefObject<HTMLElement | null>

export type LinesDraft = { restoredAt: Instant | null; saving: KeeperState['saving']; discard: () => Promise<void> }

/**
 * Keeps the one-line fields of a form that holds its own state, together under one name: saved within a second, put
 * back when the form is shown again, forgotten once a command has taken any of them or the form has emptied them.
 * `mark` stands anywhere within the form.
 */
export function useKeptLines({ kind, subject }: DraftKey, mark: Mark): LinesDraft {
  const [restoredAt, setRestored] = useState<Instant | null>(null)
  const [saving, setSaving] = useState<KeeperState['saving']>('idle')
  const keeper = useRef<DraftKeeper | null>(null)
  const state = useRef<State>(blank())

  useLayoutEffect(() => {
    let isCurrent = true
    const now = blank()
    state.current = now
    setRestored(null)
    const own = keepDraft(draftStore, { kind, subject }, (next) => isCurrent && setSaving(next.saving))
    keeper.current = own
    const settle = async () => {
      const draft = await own.load()
      await whenComposed()
      if (!isCurrent || draft === null) return
      Object.assign(now, { found: linesOf(draft.body), savedAt: draft.savedAt })
      if ([...now.lines.values()].some(({ isTyped }) => isTyped)) own.write(bodyOf(now.lines, now.found))
      void bring(now, mark, setRestored)
    }
    const root = rootOf(mark.current)
    void settle()
    const typed = ({ target }: Event) => {
      const entry = fieldsIn(root).find(([, field]) => field === target)
      if (!entry) return
      const [name, field] = entry
      const before = now.lines.get(name)
      now.lines.set(name, { base: before?.base ?? '', text: field.value, isTyped: true })
      now.changing.add(field)
      if (!now.isKnown) own.write(bodyOf(now.lines, now.found))
    }
    const forget = () => {
      for (const line of now.lines.values()) Object.assign(line, { base: line.text, isTyped: false })
      now.found = {}
      setRestored(null)
      void own.discard()
    }
    const texts = () => [...now.lines.values()].flatMap(({ text, isTyped }) => (isTyped ? [text] : []))
    const leave = holdText({ text: texts, forget })
    const stop = flushWhenLeft(own)
    root?.addEventListener('input', typed)
    return () => {
      isCurrent = false
      now.found = {}
      root?.removeEventListener('input', typed)
      leave()
      stop()
      void own.close()
    }
  }, [kind, subject, mark])

  // After each change of the form: fields come and go, and what the form itself put there is nobody's writing.
  useLayoutEffect(() => {
    const now = state.current
    if (look(now, mark.current)) keeper.current?.write(bodyOf(now.lines, now.found))
    void bring(now, mark, setRestored)
  })

  const discard = useCallback(async () => {
    const now = state.current
    now.found = {}
    for (const [name, field] of fieldsIn(rootOf(mark.current))) {
      const line = now.lines.get(name)
      if (!line?.isTyped) continue
      putInto(field, line.base)
      now.lines.set(name, { base: line.base, text: line.base, isTyped: false })
      await new Promise((next) => setTimeout(next))
    }
    setRestored(null)
    await keeper.current?.discard()
    setSaving('idle')
  }, [mark])
  return { restoredAt, saving, discard }
}

const blank = (): State => ({ lines: new Map(), found: {}, savedAt: null, changing: new Set(), isKnown: false })

/** Takes in what the form shows; true when it has emptied or replaced a text that was typed. */
function look(now: State, mark: HTMLElement | null): boolean {
  let isReplaced = false
  for (const [name, field] of fieldsIn(rootOf(mark))) {
    const before = now.lines.get(name)
    const line = seenLine(before, field.value, now.changing.delete(field))
    if (before?.isTyped && !line.isTyped) isReplaced = true
    now.lines.set(name, line)
  }
  return isReplaced
}

/** Puts found lines into the fields that show what they were written over. */
async function bring(now: State, mark: Mark, tell: (at: Instant) => void): Promise<void> {
  for (const name of Object.keys(now.found)) {
    const field = fieldsIn(rootOf(mark.current)).find(([own]) => own === name)?.[1]
    const line = now.lines.get(name)
    const found = now.found[name]
    if (!field || !line || !found || field.value !== line.text) continue
    const text = putBack(line, found)
    if (text === undefined) continue
    const { [name]: _, ...others } = now.found
    now.found = others
    if (now.savedAt !== null) tell(now.savedAt)
    const putCaret = holdCaret()
    now.isKnown = text === found.text
    putInto(field, text)
    now.isKnown = false
    // A form whose fields share one value hears of the next one only after it has taken this one in.
    await new Promise((next) => setTimeout(next))
    putCaret()
  }
}

/** The form or the group of fields around the mark, or what stands directly around it where there is none. */
const rootOf = (mark: HTMLElement | null): Element | null =>
  mark?.closest('form, fieldset') ?? mark?.parentElement ?? null

/** The lines of a form that are kept, by the words beside them; of several with the same words each has its number. */
function fieldsIn(root: Element | null): [name: string, field: HTMLInputElement][] {
  const seen = new Map<string, number>()
  return [...(root?.querySelectorAll('input') ?? [])].filter(isLine).map((field) => {
    const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? field.placeholder
    const name = label.replace(/\s*\*$/, '').trim()
    const place = (seen.get(name) ?? 0) + 1
    seen.set(name, place)
    return [place === 1 ? name : `${name} ${place}`, field]
  })
}

const isLine = (field: HTMLInputElement): boolean =>
  isSpoken({
    type: field.type,
    inputMode: field.inputMode,
    opensList: field.hasAttribute('aria-haspopup') || field.getAttribute('role') === 'combobox',
    isSecret: field.closest('[class*="PasswordInput"], [data-unkept]') !== null,
  })

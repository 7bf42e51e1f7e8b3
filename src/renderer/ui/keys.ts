import { useLayoutEffect, useRef } from 'react'
import { create } from 'zustand'
import { matchesCombo, pressOf } from './key-combos.ts'
import { useOwnKeys } from './own-keys.ts'

export type Shortcut = {
  id: string
  /** `mod+k`, `alt+n`, `shift+f2`, `?`, or a sequence `g m` that works while no field has the focus; empty: in the palette only. */
  keys: string
  /** What it does, in the language in use. */
  label: string
  /** Heading in the cheat sheet. */
  group: string
  run: () => void
  /** True: works inside fields too even without Alt or Ctrl (function keys, Escape). */
  always?: boolean
  /** True: works while a dialog is open, for the shortcuts of a form in a dialog. */
  inDialog?: boolean
  /** False while it must not work, for instance because the focus is in a form that has the same key. */
  when?: () => boolean
  /** False: not listed in the command palette (it lists pages by itself). */
  inPalette?: boolean
}

type Registry = { shortcuts: readonly Shortcut[]; add: (one: Shortcut) => () => void }

/** Every shortcut that works right now: the cheat sheet and the command palette read it. */
export const useShortcutList = create<Registry>((set) => ({
  shortcuts: [],
  add: (one) => {
    set(({ shortcuts }) => ({ shortcuts: [...shortcuts, one] }))
    return () => set(({ shortcuts }) => ({ shortcuts: shortcuts.filter((each) => each !== one) }))
  },
}))

/** Makes a shortcut work while the component is shown; the latest registration of the same keys wins. */
export function useShortcut(shortcut: Omit<Shortcut, 'run'>, run: () => void, isOn = true): void {
  const latest = useRef(run)
  latest.current = run
  const latestWhen = useRef(shortcut.when)
  latestWhen.current = shortcut.when
  const { id, keys: usual, label, group, always = false, inDialog = false, inPalette = true } = shortcut
  const keys = useOwnKeys(({ own }) => own[id]) ?? usual
  useLayoutEffect(() => {
    if (isChangeable(usual)) useOwnKeys.getState().meet({ id, keys: usual, label, group })
  }, [id, usual, label, group])
  // Before the paint: what can be seen can be operated.
  useLayoutEffect(() => {
    if (!isOn) return
    const add = useShortcutList.getState().add
    const when = () => latestWhen.current?.() ?? true
    return add({ id, keys, label, group, always, inDialog, inPalette, when, run: () => latest.current() })
  }, [id, keys, label, group, always, inDialog, inPalette, isOn])
}

/** Keys that everybody expects where they are, such as Escape, stay there. */
function isChangeable(keys: string): boolean {
  return !/^(?:|escape|enter|arrow\w+|mod\+enter)$/.test(keys)
}

/** Runs what a shortcut does, by its id, when it works right now; this is how the shell gives a command to the page. */
export function runShortcut(id: string): void {
  ;[...useShortcutList.getState().shortcuts]
    .reverse()
    .find((one) => one.id === id)
    ?.run()
}

/** Time between the keys of a sequence. */
const SEQUENCE_MS = 1200

/** Whether keys typed into this element are text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
}

/** Listens to the whole window; returns how to stop. There is one listener, here. */
export function startKeys(): () => void {
  let pending = ''
  let pendingUntil = 0

  const find = (test: (shortcut: Shortcut) => boolean) => [...useShortcutList.getState().shortcuts].reverse().find(test)

  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const press = pressOf(event)
    if (press === undefined) return
    const isInDialog = document.querySelector('[aria-modal="true"]') !== null
    const plain = !(event.ctrlKey || event.metaKey || event.altKey)
    const sequence = event.timeStamp < pendingUntil ? `${pending} ${press}` : ''
    pending = ''
    pendingUntil = 0

    const isSilent = (shortcut: Shortcut) =>
      (plain && !shortcut.always && isField(event.target)) || (isInDialog && !shortcut.inDialog)
    const hit = find(
      (one) =>
        one.keys !== '' &&
        !isSilent(one) &&
        (one.when?.() ?? true) &&
        (one.keys === sequence || (sequence === '' && matchesCombo(one.keys, event))),
    )
    if (hit) {
      event.preventDefault()
      hit.run()
      return
    }
    if (plain && !isField(event.target) && !isInDialog && find((one) => one.keys.startsWith(`${press} `))) {
      pending = press
      pendingUntil = event.timeStamp + SEQUENCE_MS
    }
  }

  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

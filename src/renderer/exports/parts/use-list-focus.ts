import { useRef } from 'react'

/** A list that takes the focus over when the panel beside it goes, with the button that had it: give `list` to what holds it. */
export function useListFocus() {
  const list = useRef<HTMLDivElement>(null)
  return { list, focusList: () => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus() }
}

import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import type { Rows } from './rows.ts'

/** Rows chosen for something that is done to several at once. */
export type RowSelection = {
  keys: ReadonlySet<string>
  onChange: (keys: ReadonlySet<string>) => void
  /** No more than this many can be chosen. */
  most: number
  /** What the box before a row says to screen readers. */
  label: string
  /** Rows by their keys that can be chosen at all; every row when left out. */
  canChoose?: (key: string) => boolean
}

type Asked<T> = {
  selection: RowSelection | undefined
  rows: Rows<T>
  rowKey: (row: T) => string
  current: number
  move: (index: number) => void
}

/** Choosing rows of a table: Space and Shift with arrows, Ctrl+A, Escape; clicks with Ctrl or Shift, or on the box. */
export function useRowSelection<T>({ selection, rows, rowKey, current, move }: Asked<T>) {
  const anchor = useRef<number | null>(null)
  if (!selection) return { onKey: () => false, onPress: () => false, isSelected: () => false, toggle: () => {} }
  const { keys, onChange, most, canChoose = () => true } = selection
  const keyAt = (index: number): string | undefined => {
    const row = rows.row(index)
    return row === undefined ? undefined : rowKey(row)
  }
  const choose = (chosen: Iterable<string>) => onChange(new Set([...chosen].filter(canChoose).slice(0, most)))
  const range = (from: number, to: number): string[] =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => keyAt(Math.min(from, to) + i) ?? '').filter(
      (key) => key !== '',
    )
  const toggle = (index: number) => {
    const key = keyAt(index)
    if (key === undefined) return
    anchor.current = index
    choose(keys.has(key) ? [...keys].filter((one) => one !== key) : [...keys, key])
  }
  const extend = (index: number) => {
    anchor.current ??= current
    const to = Math.max(0, Math.min(rows.total - 1, index))
    choose(range(anchor.current, to))
    move(to)
  }
  /** True when the key was about choosing. */
  const onKey = (event: KeyboardEvent): boolean => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
      choose(range(0, Math.min(rows.total, most) - 1))
    else if (event.ctrlKey || event.metaKey || event.altKey) return false
    else if (event.key === ' ') toggle(current)
    else if (event.shiftKey && event.key === 'ArrowDown') extend(current + 1)
    else if (event.shiftKey && event.key === 'ArrowUp') extend(current - 1)
    else if (event.key === 'Escape' && keys.size > 0) choose([])
    else {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') anchor.current = null
      return false
    }
    return true
  }
  /** True when a press was about choosing. */
  const onPress = (event: MouseEvent, index: number): boolean => {
    if (event.shiftKey) extend(index)
    else if (event.ctrlKey || event.metaKey) toggle(index)
    else return false
    return true
  }
  const isSelected = (row: T | undefined) => row !== undefined && keys.has(rowKey(row))
  return { onKey, onPress, isSelected, toggle }
}

import { useEffect, useRef } from 'react'
import { preciseText } from '../ui/formats.ts'
import { isField } from '../ui/keys.ts'
import { filesOf } from './hold.ts'

/** A name with the time for what has none, such as a screenshot. */
export const stampOf = (now: number) => preciseText(now).replaceAll(/[^\d]/g, '-')

/**
 * The files that a paste brings to the page: whatever is pasted while no field has the focus, and a picture alone in a
 * field; what holds words as well, as a copied table does, stays words there.
 */
function filesFor(event: ClipboardEvent): File[] {
  const isTaken = event.defaultPrevented || document.querySelector('[aria-modal="true"]') !== null
  const files = isTaken ? [] : filesOf(event.clipboardData, stampOf(Date.now()))
  if (!isField(event.target)) return files
  const hasWords = event.clipboardData?.types.some((type) => type.startsWith('text/')) ?? false
  return hasWords || files.some(({ type }) => !type.startsWith('image/')) ? [] : files
}

/** Takes files that are pasted anywhere on the page. */
export function usePasteAnywhere(take: (files: readonly File[]) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = filesFor(event)
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}

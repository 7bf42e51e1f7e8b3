import { useEffect, useRef } from 'react'

type Field = HTMLTextAreaElement | HTMLInputElement

const isTextField = (element: EventTarget | null): element is Field =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')

/**
 * Remembers the text field somebody worked in last, outside one part of the page, and puts text at its cursor the way
 * typing would: it can be undone, and the field's own form hears of it.
 */
export function useInsert(): { ownPart: React.RefObject<HTMLDivElement | null>; insert: (text: string) => boolean } {
  const last = useRef<Field | null>(null)
  const ownPart = useRef<HTMLDivElement | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (isTextField(target) && !target.readOnly && !ownPart.current?.contains(target)) last.current = target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  const insert = (text: string): boolean => {
    const field = last.current
    if (!field?.isConnected || field.disabled) return false
    field.focus()
    return document.execCommand('insertText', false, text)
  }
  return { ownPart, insert }
}

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { drawnRows, offsetShowing, ROW_HEIGHT, scrollWindow } from './scroll-window.ts'

/** Height of the headings, which cover the top of the view. */
const HEAD_HEIGHT = 30

type Handle = {
  ref: RefObject<HTMLDivElement | null>
  drawn: { from: number; to: number }
  /** Height of the view below the headings. */
  view: number
  height: number
  /** Where the drawn rows start inside the scrolled space. */
  layerTop: number
  onScroll: () => void
  show: (index: number) => void
}

/** Ties an element's scrolling to a list that may be taller than an element can be. */
export function useScrollWindow(total: number): Handle {
  const ref = useRef<HTMLDivElement | null>(null)
  const [view, setView] = useState(600)
  const [place, setPlace] = useState({ offset: 0, top: 0 })
  const geometry = scrollWindow(total, view)
  const latest = useRef({ geometry, offset: 0 })
  latest.current.geometry = geometry

  const moveTo = useCallback((wanted: number) => {
    const element = ref.current
    if (!element) return
    const { geometry: now } = latest.current
    const offset = Math.max(0, Math.min(now.maxOffset, wanted))
    latest.current.offset = offset
    element.scrollTop = now.toTop(offset)
    setPlace({ offset, top: element.scrollTop })
  }, [])

  const onScroll = useCallback(() => {
    const element = ref.current
    if (!element) return
    const { geometry: now, offset } = latest.current
    const top = element.scrollTop
    // A move of our own comes back here rounded; taking it over would shake the rows.
    const next = now.isScaled && Math.abs(now.toTop(offset) - top) < 1.5 ? offset : now.toOffset(top)
    latest.current.offset = next
    setPlace({ offset: next, top })
  }, [])

  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watch = new ResizeObserver(() => setView(Math.max(ROW_HEIGHT, element.clientHeight - HEAD_HEIGHT)))
    watch.observe(element)
    const onWheel = (event: WheelEvent) => {
      if (!latest.current.geometry.isScaled || event.ctrlKey || event.deltaY === 0) return
      event.preventDefault()
      moveTo(latest.current.offset + event.deltaY * (event.deltaMode === 1 ? ROW_HEIGHT : 1))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      watch.disconnect()
      element.removeEventListener('wheel', onWheel)
    }
  }, [moveTo])

  const show = useCallback(
    (index: number) => moveTo(offsetShowing(index, viewOf(ref), latest.current.offset)),
    [moveTo],
  )

  const offset = Math.min(place.offset, geometry.maxOffset)
  const drawn = drawnRows(total, view, offset)
  const base = geometry.isScaled ? place.top - offset : 0
  return { ref, drawn, view, height: geometry.height, layerTop: base + drawn.from * ROW_HEIGHT, onScroll, show }
}

const viewOf = (ref: RefObject<HTMLDivElement | null>) => (ref.current?.clientHeight ?? 600) - HEAD_HEIGHT

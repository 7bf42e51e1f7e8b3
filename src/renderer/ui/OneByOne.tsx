import { Children, isValidElement, type ReactNode, Suspense, useEffect, useState } from 'react'

/**
 * Shows its children one after another, each in a task of its own and the first after the next paint: what stands above
 * them is in sight at once, and no key waits for all of them.
 */
export function OneByOne({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children)
  const [shown, setShown] = useState(0)
  const isMore = shown < parts.length
  useEffect(() => {
    if (!isMore) return undefined
    return (shown === 0 ? afterPaint : soon)(() => setShown(shown + 1))
  }, [shown, isMore])
  // Code of one that is still being read must not hide the others, and with them what has the focus.
  return parts.slice(0, shown).map((part, place) => (
    <Suspense key={isValidElement(part) ? part.key : place} fallback={null}>
      {part}
    </Suspense>
  ))
}

type Task = (task: () => void) => () => void

const soon: Task = (task) => {
  const timer = setTimeout(task)
  return () => clearTimeout(timer)
}

const afterPaint: Task = (task) => {
  // A window that nobody sees paints no frames.
  if (document.hidden) return soon(task)
  let stop = () => {}
  const frame = requestAnimationFrame(() => {
    stop = soon(task)
  })
  return () => {
    cancelAnimationFrame(frame)
    stop()
  }
}

import { Children, type ReactNode, useEffect, useState } from 'react'

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
  return parts.slice(0, shown)
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

import type { Progress } from '../../shared/bridge.ts'

/** Where the command line writes: the answer to programs, everything else to people. */
export type Screen = {
  answer(text: string): void
  tell(text: string): void
  progress(progress: Progress): void
  /** Wipes a progress line that still stands there. */
  clear(): void
}

type Out = { write(text: string): unknown }
type Err = Out & { isTTY?: boolean }

const LEAST_MS = 1000
const CLEAR_LINE = '\r\u001b[K'

/** Answers on standard output; messages and progress on standard error: one changing line on a terminal, else a line a second at most. */
export function openScreen(out: Out, err: Err): Screen {
  let hasLine = false
  let last = 0
  const clear = () => {
    if (hasLine) err.write(CLEAR_LINE)
    hasLine = false
  }
  return {
    clear,
    answer: (text) => {
      clear()
      out.write(`${text}\n`)
    },
    tell: (text) => {
      clear()
      err.write(`${text}\n`)
    },
    progress: ({ done, total, note }) => {
      const text = [`${done}${total === null ? '' : ` / ${total}`}`, note ?? ''].join(' ').trimEnd()
      if (err.isTTY) {
        err.write(`${CLEAR_LINE}${text}`)
        hasLine = true
        return
      }
      const now = Date.now()
      if (now - last < LEAST_MS) return
      last = now
      err.write(`${text}\n`)
    },
  }
}

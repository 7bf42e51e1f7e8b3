import { EXIT } from './stop.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * The first Ctrl-C asks the running job to stop, which undoes its transaction; a second one ends the program at once,
 * which the store survives as it survives a power cut. Returns how to stop listening.
 */
export function onInterrupt(cancel: () => void): () => void {
  let isAsked = false
  const onSignal = () => {
    if (isAsked) process.exit(EXIT.refused)
    isAsked = true
    cancel()
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
}

import { useEffect } from 'react'
import { call } from '../client.ts'

const EVERY_MS = 20_000
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** While mounted, tells the desk that somebody is at work: at most every 20 seconds, and only on input. */
export function useActivity(): void {
  useEffect(() => {
    let last = 0
    const onInput = (event: Event) => {
      if (event.timeStamp - last < EVERY_MS && last > 0) return
      last = event.timeStamp
      void call('session.touch', {})
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, onInput, { passive: true, capture: true })
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, onInput, { capture: true })
    }
  }, [])
}

import { useEffect, useState } from 'react'
import { call } from '../client.ts'

/** Somebody who looks at an empty result for so long has not found it. */
const PATIENCE_MS = 1500

/** Counts what somebody looked for and did not find, once they have stopped typing; true when it was counted. */
export function useMissed(text: string, isMissed: boolean): boolean {
  const [counted, setCounted] = useState<string | null>(null)
  useEffect(() => {
    if (!isMissed || text === '') return
    const timer = setTimeout(async () => {
      const answer = await call('knowledge.missed', { text })
      if (answer.ok && answer.value.isCounted) setCounted(text)
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [text, isMissed])
  return counted === text && isMissed
}

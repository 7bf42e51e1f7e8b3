import { useEffect, useState } from 'react'
import type { Progress as Step } from '../../shared/bridge.ts'
import { onPush } from '../client.ts'

/** How far a heavy call has come; undefined before the first report. */
export function useProgress(job: string | null): Step | undefined {
  const [step, setStep] = useState<Step | undefined>()
  useEffect(() => {
    setStep(undefined)
    if (job === null) return
    return onPush((push) => {
      if (push.kind === 'progress' && push.progress.job === job) setStep(push.progress)
    })
  }, [job])
  return step
}

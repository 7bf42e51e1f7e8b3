import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { Report } from '../../shared/reports/model.ts'
import type { PeriodKind } from '../../shared/reports/words.ts'
import { call, shell } from '../client.ts'
import { newJob } from '../ui/ProgressDialog.tsx'

export type Asked = { kind: PeriodKind; period?: string }

export type CountedReport = {
  report: Report | undefined
  failure: Failure | undefined
  /** The running count, to follow it. */
  job: string | null
  reload: () => void
  stop: () => void
}

/**
 * Counts a period; what was counted stays until the next count is there. Counting reads many cases, so nothing that
 * changes meanwhile makes it count again: people do.
 */
export function useReport(asked: Asked | null): CountedReport {
  const key = JSON.stringify(asked)
  const [turn, setTurn] = useState(0)
  const [job, setJob] = useState<string | null>(null)
  const [held, setHeld] = useState<{ key: string; report?: Report; failure?: Failure }>({ key: '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for another count of the same period
  useEffect(() => {
    const input = JSON.parse(key) as Asked | null
    if (input === null) return
    const mine = newJob()
    let isCurrent = true
    setJob(mine)
    void call('reports.show', input, { job: mine }).then((result) => {
      if (!isCurrent) return
      setJob(null)
      setHeld(result.ok ? { key, report: result.value } : { key, failure: result.failure })
    })
    return () => {
      isCurrent = false
      void shell('shell.cancel', { job: mine })
    }
  }, [key, turn])
  return {
    report: held.report,
    failure: held.key === key ? held.failure : undefined,
    job,
    reload: useCallback(() => setTurn((before) => before + 1), []),
    stop: () => {
      if (job !== null) void shell('shell.cancel', { job })
    },
  }
}

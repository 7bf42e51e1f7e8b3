import { type CaseMove, calendarOf, moveClocks, settle } from '../rules/case-clocks.ts'
import { pausesAt } from '../rules/workflow.ts'
import type { CaseChange, CaseFile } from './case-file.ts'

/** What an entry of the log does to the clocks of a case, ready to be saved; those it leaves alone are not named. */
export function clocksAfter(file: CaseFile, move: CaseMove): Pick<CaseChange, 'moved' | 'started'> {
  const { clocks, targets, workflow, calendars, now } = file
  const { moved, started } = moveClocks(clocks, { ...move, ...pausesAt(workflow, move.state) }, targets, calendars)
  return {
    moved: clocks.flatMap((clock, i) => {
      const next = moved[i]
      if (!next || next === clock) return []
      return [{ clock, to: settle(next, calendarOf(next, calendars), now) }]
    }),
    started,
  }
}

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import type { CaseMark } from '../../../shared/marks/contract.ts'
import type { Rows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import type { QueueRow } from './rows.ts'

/** Names this window among all that may show a case. */
export const WINDOW_ID = crypto.randomUUID()

/** Other desks on the same store push nothing to this one, so their openings are asked for. */
const LOOK_EVERY = 20_000

/** A number that rises every so often. */
export function useBeat(every = LOOK_EVERY): number {
  const [beat, setBeat] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setBeat((old) => old + 1), every)
    return () => clearInterval(timer)
  }, [every])
  return beat
}

/** The rows as they are, and the marks of those in sight, which come after the rows and never hold them up. */
export function useMarks(rows: Rows<QueueRow>): {
  rows: Rows<QueueRow>
  markOf: (id: CaseId) => CaseMark | undefined
} {
  const [range, setRange] = useState({ from: 0, to: 0 })
  const { want } = rows
  const watched = useCallback(
    (from: number, to: number) => {
      setRange((old) => (old.from === from && old.to === to ? old : { from, to }))
      want(from, to)
    },
    [want],
  )
  const ids = Array.from({ length: Math.min(range.to, rows.total) - range.from }, (_, i) => rows.row(range.from + i))
    .flatMap((row) => (row?.what === 'case' ? row.id : []))
    .sort()
  const version = useBeat()
  const { data = [] } = useQuery(
    'marks.of',
    { ids, window: WINDOW_ID },
    { topics: ['cases', 'queue'], enabled: ids.length > 0, version },
  )
  const byId = useMemo(() => new Map(data.map((mark) => [mark.id, mark])), [data])
  return { rows: { ...rows, want: watched }, markOf: (id) => byId.get(id) }
}

import { useEffect, useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import type { Rows } from '../../ui/rows.ts'
import { type CaseLine, type QueueRow, rowKey } from './rows.ts'

/** The cases chosen in the list, as they were read; another filter or search begins with none. */
export function useChosen(rows: Rows<QueueRow>, filterKey: string) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, CaseLine>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is not in sight any more must not be acted on
  useEffect(() => setChosen(new Map()), [filterKey])
  const choose = (keys: ReadonlySet<string>) => {
    const next = new Map<CaseId, CaseLine>()
    for (let place = 0; place < rows.total && next.size < keys.size; place += 1) {
      const row = rows.row(place)
      if (row?.what === 'case' && keys.has(rowKey(row))) next.set(row.id, row)
    }
    setChosen(next)
  }
  return {
    keys: new Set(chosen.keys()),
    rows: [...chosen.values()],
    choose,
    clear: () => setChosen(new Map()),
  }
}

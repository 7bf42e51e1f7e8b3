import type { CaseId } from '../../../shared/ids.ts'

/** What a dragged line carries: ids only, and only within this window. */
const FORMAT = 'application/x-vipdesk-cases'

/** Puts the ids of dragged cases into a drag. */
export function carry(data: DataTransfer, ids: readonly CaseId[]): void {
  data.setData(FORMAT, JSON.stringify(ids))
  data.effectAllowed = 'move'
}

/** True when a drag carries cases. */
export function carriesCases(data: DataTransfer): boolean {
  return data.types.includes(FORMAT)
}

/** The ids that a drop brings; whatever else is dropped brings none. */
export function carried(data: DataTransfer): string[] {
  const text = data.getData(FORMAT)
  if (text === '') return []
  const ids: unknown = JSON.parse(text)
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}

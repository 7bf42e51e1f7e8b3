import type { CaseKind } from '../../shared/cases/words.ts'
import type { CallId, CaseId, MemberId } from '../../shared/ids.ts'
import type { PageParams } from '../pages.ts'
import { go } from '../ui/navigation.ts'

/** Opens one case. */
export function openCase(id: CaseId): void {
  go('cases', { id })
}

export type NewCase = { memberId?: MemberId; callId?: CallId; kind?: CaseKind }

/** Begins a case; member and number come from the call or the member that is named. */
export function newCase(about: NewCase = {}): void {
  const { memberId, callId, kind } = about
  go('cases', { new: 1, ...(memberId ? { memberId } : {}), ...(callId ? { callId } : {}), ...(kind ? { kind } : {}) })
}

/** Where the page of cases is opened at. */
export type CasesPlace =
  | { view: 'queue'; search: string }
  | { view: 'case'; id: CaseId }
  | { view: 'new'; memberId: MemberId | null; callId: CallId | null; kind: string | null }

/** Reads a link's values. */
export function placeOf(params: PageParams): CasesPlace {
  if (params.new !== undefined) {
    const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null)
    return {
      view: 'new',
      memberId: text('memberId') as MemberId | null,
      callId: text('callId') as CallId | null,
      kind: text('kind'),
    }
  }
  return typeof params.id === 'string'
    ? { view: 'case', id: params.id as CaseId }
    : { view: 'queue', search: typeof params.search === 'string' ? params.search : '' }
}

import type { CaseEventView, CaseView } from '../../../shared/cases/views.ts'
import { useSession } from '../../session/store.ts'

/** What others did to a case since a form was begun, and on which state of it the form may be handed in. */
export type Meanwhile = {
  /** Entries of others since then, oldest first; what the person or the desk itself wrote is no conflict. */
  others: readonly CaseEventView[]
  /** The number to hand the form in with. */
  seq: number
}

/** `since`: the newest entry that the person had before them when they began to write; null while nothing is written. */
export function useMeanwhile(view: CaseView, since: number | null): Meanwhile {
  const { lastSeq } = view
  const me = useSession((session) => session.user?.id)
  const others = since === null ? [] : byOthers(view, since, me)
  return { others, seq: others.length === 0 ? lastSeq : (since ?? lastSeq) }
}

/** What others than this person wrote after an entry, oldest first; what the desk itself wrote is left out. */
export function byOthers({ events }: CaseView, since: number, me: string | undefined): CaseEventView[] {
  return events.filter(({ seq, actorId }) => seq !== null && seq > since && actorId !== me && actorId !== 'system')
}

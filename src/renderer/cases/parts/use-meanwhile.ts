import type { CaseEventView, CaseView } from '../../../shared/cases/views.ts'
import type { Failure } from '../../../shared/failure.ts'
import { useSession } from '../../session/store.ts'
import { readAgain } from '../read-again.ts'

/** What others did to a case since a form was begun, and on which state of it the form may be handed in. */
export type Meanwhile = {
  /** Entries of others since then, oldest first; what the person or the desk itself wrote is no conflict. */
  others: readonly CaseEventView[]
  /** The number to hand the form in with. */
  seq: number
  /** After a refusal: reads the case again where somebody else changed it. */
  onRefused: (failure: Failure) => void
}

/** `since`: the newest entry that the person had before them when they began to write; null while nothing is written. */
export function useMeanwhile({ id, events, lastSeq }: CaseView, since: number | null): Meanwhile {
  const me = useSession((session) => session.user?.id)
  const others =
    since === null
      ? []
      : events.filter(({ seq, actorId }) => seq !== null && seq > since && actorId !== me && actorId !== 'system')
  return {
    others,
    seq: others.length === 0 ? lastSeq : (since ?? lastSeq),
    onRefused: ({ code }) => {
      if (code === 'CONFLICT') readAgain(id)
    },
  }
}

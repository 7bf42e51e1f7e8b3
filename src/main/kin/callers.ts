import type { CallerMember } from '../../shared/calls/model.ts'
import type { CallerVia } from '../../shared/calls/words.ts'
import { kinState } from '../../shared/kin/model.ts'
import { FAMILY_RELATIONS } from '../../shared/kin/words.ts'
import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { kinByPhone } from './queries.ts'
import { rightsOf } from './views.ts'

type KinCaller = Pick<CallerMember, 'contactLabel' | 'maySpeak' | 'callingFor'> & { memberId: string; via: CallerVia }

/** For whom a number may speak, each member once, an authority that holds before one that ended. */
export async function kinCallers(db: Db, forms: readonly string[], now: Instant): Promise<KinCaller[]> {
  const today = dayAt(DESK_ZONE, now)
  const callers = (await kinByPhone(db, forms)).map((row): KinCaller => {
    const { memberId, name, relation } = row
    const isInForce = kinState(row, today) === 'inForce'
    return {
      memberId,
      via: FAMILY_RELATIONS.includes(relation) ? 'family' : 'assistant',
      contactLabel: name,
      maySpeak: isInForce,
      callingFor: { name, relation, rights: isInForce ? rightsOf(row) : [] },
    }
  })
  const byMember = new Map<string, KinCaller>()
  for (const caller of callers.sort((a, b) => Number(b.maySpeak) - Number(a.maySpeak)))
    if (!byMember.has(caller.memberId)) byMember.set(caller.memberId, caller)
  return [...byMember.values()]
}

import type { Level } from '../../shared/compensation/words.ts'
import type { Role } from '../../shared/roles.ts'
import type { Receiver } from '../../shared/targets/model.ts'
import { canDecidePlan } from './plan.ts'

/** Somebody at the desk, as far as it decides who is told about limits. */
export type Colleague = { id: string; role: Role; isActive: boolean; leadId: string | null }

/** What says who stands behind the receivers of a clock. */
export type ToldAbout = {
  ownerId: string | null
  /** Of a sub-task's clock: who was asked; null while only a department was. */
  assigneeId: string | null
  /** Of an approval's clock: the plan that waits. */
  plan: { authorIds: readonly string[]; level: Level } | null
}

/** S1-45: the ids of everybody who is told of a limit when `tells`, `also` and `third` are, each once and in order; nobody who has left. */
export function peopleTold(
  { tells, also, third = null }: { tells: Receiver; also: Receiver | null; third?: Receiver | null },
  about: ToldAbout,
  staff: readonly Colleague[],
): string[] {
  const here = staff.filter(({ isActive }) => isActive)
  const ids = [tells, also, third].flatMap((receiver) => (receiver === null ? [] : behind(receiver, about, here)))
  return [...new Set(ids)].sort()
}

function behind(receiver: Receiver, about: ToldAbout, here: readonly Colleague[]): string[] {
  if (receiver === 'owner') return answering(about, here)
  if (receiver === 'lead') return leading(about.ownerId, here)
  return here.filter(({ role }) => role === 'manager').map(({ id }) => id)
}

/** Who has to act: whoever was asked for a sub-task, whoever may decide about a plan, else the case's owner. */
function answering({ ownerId, assigneeId, plan }: ToldAbout, here: readonly Colleague[]): string[] {
  const deciding = plan === null ? [] : here.filter((one) => canDecidePlan(one, plan).allowed)
  if (deciding.length > 0) return deciding.map(({ id }) => id)
  const isHere = (id: string | null) => here.filter((one) => one.id === id).map((one) => one.id)
  const asked = isHere(assigneeId)
  return asked.length > 0 ? asked : isHere(ownerId)
}

/** S5-22: the lead of the owner; about people without a lead who is still there, every lead is told. */
function leading(ownerId: string | null, here: readonly Colleague[]): string[] {
  const leads = here.filter(({ role }) => role === 'lead')
  const owner = here.find(({ id }) => id === ownerId)
  const own = leads.filter(({ id }) => id === owner?.leadId)
  return (own.length > 0 ? own : leads).map(({ id }) => id)
}

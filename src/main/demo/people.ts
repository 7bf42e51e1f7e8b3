import peopleJson from '../../../resources/demo/people.json' with { type: 'json' }
import type { CallName, Input, Output } from '../../shared/contracts.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import type { Engine } from '../engine/engine.ts'
import type { DemoLogin } from '../session/places.ts'
import type { Colleague, Staff } from './office.ts'
import type { Random } from './random.ts'

/** The one password of everybody at the demo desk; it stands on the sign-in screen, so it protects nothing. */
export const DEMO_PASSWORD = peopleJson.password

type Named = { login: string; name: string }

/** The people of the demo as the sign-in screen lists them. */
export function demoLogins(): DemoLogin[] {
  const one = (role: Role) => (person: Named) => ({ ...person, role, password: DEMO_PASSWORD })
  const { manager, admin, leads, agents } = peopleJson
  return [one('manager')(manager), ...leads.map(one('lead')), ...agents.map(one('agent')), one('admin')(admin)]
}

/** A call on the engine that must succeed. */
export async function mustCall<N extends CallName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await engine.call(name, input)
  if (!result.ok) throw new Error(`the demo's ${name} was refused: ${JSON.stringify(result.failure)}`)
  return result.value
}

/**
 * Makes the store with its manager, then everybody else the way a manager does: with a one-time password that each
 * person replaces at the first sign-in. Leaves the manager signed in.
 */
export async function hireStaff(engine: Engine, random: Random): Promise<Staff> {
  const { manager: first, admin, leads, agents } = peopleJson
  await mustCall(engine, 'session.create', { ...first, password: DEMO_PASSWORD, language: 'zh-CN' })
  const oneTime = new Map<string, string>()
  const hire = async (person: Named, role: Role, leadId: UserId | null, place: number): Promise<Colleague> => {
    const password = `once-${random.id().slice(0, 13)}`
    oneTime.set(person.login, password)
    const { id } = await mustCall(engine, 'users.create', { ...person, role, leadId, password })
    return { ...person, id, role, place }
  }
  const manager: Colleague = {
    ...first,
    id: engine.desk.session?.actor.id ?? ('' as UserId),
    role: 'manager',
    place: 0,
  }
  const staff: Staff = { manager, admin: await hire(admin, 'admin', null, 0), leads: [], agents: [] }
  for (const [i, lead] of leads.entries()) staff.leads.push(await hire(lead, 'lead', manager.id, i))
  for (const [i, agent] of agents.entries())
    staff.agents.push(await hire(agent, 'agent', staff.leads[i % staff.leads.length]?.id ?? null, i))
  for (const [login, oldPassword] of oneTime) {
    await signIn(engine, login, oldPassword)
    await mustCall(engine, 'session.changePassword', { oldPassword, newPassword: DEMO_PASSWORD })
  }
  await signIn(engine, manager.login)
  return staff
}

/** Takes the desk over from whoever sits at it. */
export async function signIn(engine: Engine, login: string, password = DEMO_PASSWORD): Promise<void> {
  if (engine.desk.session) await mustCall(engine, 'session.lock', { reason: 'switch' })
  await mustCall(engine, 'session.signIn', { login, password })
}

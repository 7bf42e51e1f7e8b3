import type { Told } from './case-opening.ts'
import { isLeft } from './case-steps.ts'
import type { Colleague } from './office.ts'
import type { Random } from './random.ts'
import { officeTime } from './surroundings.ts'
import type { World } from './world.ts'

/** Sends the answer that was prepared when a complaint came in online, where it is still in time. */
export async function sendAcknowledgement(world: World, told: Told, who: Colleague): Promise<void> {
  const { office } = world
  const messages = await office.call(who, 'messages.of', { caseId: told.id })
  const waiting = messages.find(({ occasion, state }) => occasion === 'acknowledgement' && state === 'prepared')
  if (!waiting || (waiting.promisedAt !== null && waiting.promisedAt <= office.now())) return
  await send(world, told, who, waiting.id)
}

/** Some results that were told by telephone go out in writing too; those of complaints that are left there still wait. */
export async function writeResult(world: World, random: Random, told: Told, who: Colleague): Promise<void> {
  const { office } = world
  const isLeftHere = isLeft(told)
  if (!told.idea.customer?.phone || !(random.chance(0.35) || isLeftHere)) return
  const about = { caseId: told.id, occasion: 'result', channel: 'sms', templateId: 'result@1' } as const
  const { id } = await office.call(who, 'messages.prepare', about)
  if (isLeftHere) told.state = await office.call(who, 'cases.show', { id: told.id })
  else await send(world, told, who, id)
}

async function send({ office }: World, told: Told, who: Colleague, id: string): Promise<void> {
  await office.call(who, 'messages.handOver', { id })
  await office.call(who, 'messages.markSent', { id, reference: `YS-${told.number.slice(-6)}` })
  told.state = await office.call(who, 'cases.show', { id: told.id })
}

/** Answers to complaints that ended before anybody sent them are taken off the list. */
export function planTidying(world: World): void {
  world.timeline.once(officeTime(world, 1), async () => {
    const { office } = world
    const { manager } = office.staff
    const open = await office.read((db) => db.selectFrom('cases').select('id').where('isOpen', '=', 1).execute())
    for (const { id, caseId, occasion } of await office.call(manager, 'messages.waiting', {})) {
      if (occasion !== 'acknowledgement' || open.some((row) => row.id === caseId)) continue
      await office.call(manager, 'messages.cancel', { id, reason: '投诉已办结，结果已另行告知' })
    }
  })
}

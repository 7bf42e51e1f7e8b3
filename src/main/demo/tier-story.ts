import type { MemberId } from '../../shared/ids.ts'
import { DESK_ZONE, HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import { addDays, addMonths, endOfMonth } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import type { DemoMember } from './members.ts'
import { habits } from './phrases.ts'
import { insertFigures } from './populate.ts'
import type { Random } from './random.ts'
import { isOnShift, nextInOffice } from './rota.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** So many members are told about their tier after a rating; the others are still on the list. */
const TOLD = 30

/** The figures of a month arrive; after a whole month the manager rates everybody and agents tell some of them. */
export async function* tellMonth(world: World, random: Random, members: readonly DemoMember[], month: string): Story {
  const { office } = world
  const { manager } = office.staff
  await office.fill(manager, 'demo.figures', { month }, (db) => insertFigures(db, members, { from: month, to: month }))
  const last = endOfMonth(`${month}-01`)
  if (dayAt(DESK_ZONE, office.now()) <= last) return
  yield nextInOffice(office.now() + 24 * HOUR)
  await office.call(manager, 'tiers.run', { at: last, limit: 0 })
  yield nextInOffice(office.now() + HOUR)
  const { rows } = await office.call(manager, 'tiers.notices', { state: 'open', limit: 500 })
  for (const { id } of random.shuffled(rows).slice(0, TOLD)) {
    yield office.now() + random.between(4, 40) * MINUTE
    const present = office.staff.agents.filter(({ place }) => isOnShift(place, office.now()))
    await office.call(present.length > 0 ? random.pick(present) : manager, 'tiers.told', { noticeId: id })
  }
}

/** S3-30: the manager puts somebody on the VIP list for a reason, not for flying. */
export async function enterByHand({ office }: World, random: Random, members: readonly DemoMember[]): Promise<void> {
  const { file } = random.pick(
    members.filter((member) => member.file.tier === 'none' && member.file.status === 'active'),
  )
  const until = addMonths(dayAt(DESK_ZONE, office.now()), 24)
  await office.call(office.staff.manager, 'tiers.setManual', {
    memberId: file.id as MemberId,
    tier: 'gold',
    reason: random.pick(habits.entryReasons),
    until,
  })
}

/** When the figures of a month are there: in the second night after it. */
export function figuresAt(month: string): Instant {
  return Date.parse(`${addDays(addMonths(`${month}-01`, 1), 1)}T03:00:00+08:00`)
}

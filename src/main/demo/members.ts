import type { Gender } from '../../shared/members/words.ts'
import type { MemberTier, TierPolicy } from '../../shared/tiers/model.ts'
import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { addMonths, endOfMonth } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import type { Row } from '../store/types.ts'
import type { DemoBooking } from './bookings.ts'
import { type Figures, factsReader, makeFigures, makeHabit, monthsBetween } from './figures.ts'
import { makeConsents, makeContacts, makeSpends } from './member-extras.ts'
import { makeFile, makePerson } from './member-file.ts'
import type { Random } from './random.ts'
import { type Change, ratePast } from './tier-past.ts'

/** Everything about a member that the demo writes or has to remember. */
export type DemoMember = {
  file: Row<'members'>
  figures: Figures
  changes: Change[]
  contacts: Row<'memberContacts'>[]
  consents: Row<'consents'>[]
  spends: Row<'spends'>[]
  bookings: DemoBooking[]
  /** How often this member is on board and on the telephone, against others. */
  weight: number
}

/** What the stories need to know of somebody who calls. */
export type Customer = {
  id: string
  name: string
  gender: Gender
  tier: MemberTier
  language: string
  phone: string
  helpers: string[]
  bookings: DemoBooking[]
}

type Setting = { policy: TierPolicy; policyId: string; from: Instant; now: Instant; actorId: string }

/** Members were first rated so many months before the demo, some earlier, some later; figures reach a year further back. */
const FIRST_RATED = [26, 48] as const
const FIGURE_MONTHS = 60

/** The members of the demo with their files, figures and the tiers these have earned. */
export function makeMembers(random: Random, count: number, setting: Setting): DemoMember[] {
  const firstDay = dayAt(DESK_ZONE, setting.from)
  const lastDay = dayAt(DESK_ZONE, setting.now)
  const months = monthsBetween(addMonths(firstDay, -FIGURE_MONTHS).slice(0, 7), lastDay.slice(0, 7))
  const shareOfLast = Number(lastDay.slice(8, 10)) / Number(endOfMonth(lastDay).slice(8, 10))
  return Array.from({ length: count }, (_, order) =>
    makeMember(random, order, { ...setting, months, shareOfLast, firstDay }),
  )
}

function makeMember(
  random: Random,
  order: number,
  setting: Setting & { months: string[]; shareOfLast: number; firstDay: Day },
): DemoMember {
  const { policy, policyId, from, actorId, months, shareOfLast, firstDay } = setting
  const habit = makeHabit(random)
  const figures = makeFigures(random, habit, months, shareOfLast)
  const past = ratePast(
    factsReader(figures, months, policy),
    policy,
    policyId,
    firstDay,
    random.between(...FIRST_RATED),
  )
  const person = makePerson(random, firstDay)
  const file = makeFile(random, person, order, past, from)
  const changes = file.status === 'left' ? [] : past.changes
  return {
    file,
    figures,
    changes,
    contacts: makeContacts(random, file, person.place.area),
    consents: makeConsents(random, file, actorId),
    spends: makeSpends(random, file, from),
    bookings: [],
    weight: 1 + habit.segments,
  }
}

/** The member as stories know one. */
export function toCustomer({ file, contacts, bookings }: DemoMember): Customer {
  const { id, name, gender, tier, language, mobile } = file
  const helpers = contacts.filter(({ kind }) => kind === 'assistant' || kind === 'family').map(({ value }) => value)
  return { id, name, gender, tier, language, phone: mobile ?? '', helpers, bookings }
}

import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { TemplateItem } from '../../shared/journeys/model.ts'
import type { ContactPurpose, EmergencyState, ItemKind, ItemState } from '../../shared/journeys/words.ts'
import { DAY, type Day, DESK_ZONE, HOUR, type Instant } from '../../shared/time.ts'
import { addDays, dayNumber } from './days.ts'
import { dayAt, momentOf } from './zone.ts'

/** S4-06 S4-59: what every template covers; other items come on top. */
const NEEDED: readonly ItemKind[] = ['visa', 'insurance', 'baggage', 'itinerary', 'guide']

/** The checklist as the program ships it. */
export const SHIPPED_TEMPLATE: readonly TemplateItem[] = [
  { kind: 'visa', zh: '护照有效期与签证已核对', en: 'Passports and visas checked' },
  { kind: 'insurance', zh: '旅行保险已投保，保单已交客户', en: 'Travel insurance taken out, policy handed over' },
  { kind: 'baggage', zh: '行李额度、禁带物品与行李清单已说明', en: 'Baggage allowance and packing list explained' },
  { kind: 'itinerary', zh: '行程单已发送并逐项讲解', en: 'Itinerary sent and gone through' },
  {
    kind: 'guide',
    zh: '目的地指南（天气、货币、习俗、用电）已发送',
    en: 'Travel guide sent: weather, money, customs, power',
  },
  { kind: 'other', zh: '当地联系人与紧急联系电话已告知', en: 'Local contact and emergency number told' },
]

/** S4-15: a template without one of the five guidances is not complete. */
export function checkTemplate(items: readonly Pick<TemplateItem, 'kind'>[]): Decision {
  return NEEDED.every((kind) => items.some((item) => item.kind === kind)) ? allow : deny('journey-template-lacks')
}

/** S4-15: a checklist is complete when it has items and each is done or known not to be needed. */
export function isPrepared(items: readonly { state: ItemState }[]): boolean {
  return items.length > 0 && items.every(({ state }) => state !== 'open')
}

/** An item changes its state; what is not needed says why. */
export function canSettle(from: ItemState, to: ItemState, note: string): Decision {
  if (from === to) return deny('journey-is-so')
  return to === 'notNeeded' && note === '' ? deny('journey-why-not') : allow
}

/** Days between two contacts: the longer the trip, the farther apart. */
function rhythmOf(days: number): number {
  if (days <= 7) return 2
  return days <= 14 ? 3 : 5
}

/** The arrival is asked after in the evening, everything else in the morning. */
const EVENING = 19 * 60
const MORNING = 10 * 60

/** S4-60: contacts of a trip: on its first day, then regularly by its length, and on its last day. */
export function trackingMoments(startsOn: Day, endsOn: Day): Instant[] {
  const days = dayNumber(endsOn) - dayNumber(startsOn) + 1
  const rhythm = rhythmOf(days)
  const later: Day[] = []
  for (let i = rhythm; i < days - 1; i += rhythm) later.push(addDays(startsOn, i))
  if (days > 1) later.push(endsOn)
  return [momentOf(DESK_ZONE, startsOn, EVENING), ...later.map((day) => momentOf(DESK_ZONE, day, MORNING))]
}

/** S4-19: the first question after a trip comes on the morning after its last day, and not in the past. */
export function firstAskAt(endsOn: Day | null, now: Instant): Instant {
  return Math.max(endsOn === null ? 0 : momentOf(DESK_ZONE, addDays(endsOn, 1), MORNING), now + DAY)
}

/** Travellers and customers are called between these minutes of the desk's day. */
const DAY_BEGINS = 9 * 60
const DAY_ENDS = 21 * 60

/** When somebody who was not reached is tried again: on the way within hours, after it every two days until they answer; never at night. */
export function againAt(purpose: ContactPurpose, now: Instant): Instant {
  const at = now + (purpose === 'tracking' ? 4 * HOUR : 2 * DAY)
  const day = dayAt(DESK_ZONE, at)
  if (at < momentOf(DESK_ZONE, day, DAY_BEGINS)) return momentOf(DESK_ZONE, day, DAY_BEGINS)
  return at <= momentOf(DESK_ZONE, day, DAY_ENDS) ? at : momentOf(DESK_ZONE, addDays(day, 1), DAY_BEGINS)
}

/** A reminder comes an hour before a contact is due. */
export function remindAt(dueAt: Instant): Instant {
  return dueAt - HOUR
}

/** S4-61: an emergency is brought under control and ended; an ended one stays so, and none ends without a logged deed. */
export function canMoveEmergency(from: EmergencyState, to: EmergencyState, deeds: number): Decision {
  if (from === 'ended') return deny('journey-emergency-ended')
  if (from === to) return deny('journey-is-so')
  return to === 'ended' && deeds === 0 ? deny('journey-no-deed') : allow
}

type Rated = { kind: string; name: string; person: string; score: number; text: string; ratedAt: Instant }

/** S4-17: what those who served were given, each person on average; the lowest average first. */
export function averagesOf<R extends Rated>(ratings: readonly R[]) {
  const groups = Map.groupBy(ratings, ({ kind, name, person }) => JSON.stringify([kind, name, person]))
  const rows = [...groups.values()].flatMap((group) => {
    const last = group.toSorted((a, b) => b.ratedAt - a.ratedAt)[0]
    if (!last) return []
    const sum = group.reduce((total, { score }) => total + score, 0)
    const { kind, name, person, text: lastText, ratedAt: lastAt } = last
    const lowest = Math.min(...group.map(({ score }) => score))
    const average = Math.round((sum / group.length) * 100) / 100
    return [{ kind: kind as R['kind'], name, person, count: group.length, average, lowest, lastText, lastAt }]
  })
  return rows.toSorted((a, b) => a.average - b.average || b.count - a.count || a.name.localeCompare(b.name))
}

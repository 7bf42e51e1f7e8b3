import { allow, type Decision, deny } from '../failure.ts'
import type { MemberTier } from '../tiers/model.ts'
import type { Day } from '../time.ts'
import type { ActionState, PriceKind, ProductState } from './words.ts'

export type PriceRule = {
  id: string
  kind: PriceKind
  name: string
  fromDay: Day
  toDay: Day | null
  tier: MemberTier | null
  fen: number | null
  /** Share in thousandths: 900 is ten per cent off, 1200 a fifth on top. */
  permille: number | null
}

export type Offer = {
  id: string
  title: string
  fromDay: Day
  toDay: Day
  /** Empty: for everybody. */
  tiers: readonly MemberTier[]
  fenOff: number | null
  permille: number | null
}

export type QuoteLine = { kind: PriceKind | 'offer'; name: string; fen: number }
/** What a product costs and why; the lines add up to the total, all in fen. */
export type Quote = { lines: QuoteLine[]; totalFen: number; offerId: string | null }

type Asked = { day: Day; tier: MemberTier; quantity: number }

const isValidOn = ({ fromDay, toDay }: { fromDay: Day; toDay: Day | null }, day: Day) =>
  fromDay <= day && (toDay === null || day <= toDay)

/** Of several rules of one kind the one that began last goes; of those, the one made last. */
function latest(rules: readonly PriceRule[], kind: PriceKind, day: Day): PriceRule | undefined {
  return rules
    .filter((rule) => rule.kind === kind && isValidOn(rule, day))
    .reduce<PriceRule | undefined>(
      (best, rule) =>
        best === undefined || rule.fromDay > best.fromDay || (rule.fromDay === best.fromDay && rule.id > best.id)
          ? rule
          : best,
      undefined,
    )
}

const share = (fen: number, permille: number) => Math.floor((fen * permille + 500) / 1000)

/** What an offer leaves of a price; never less than nothing and never more than before. */
function afterOffer(fen: number, { fenOff, permille }: Pick<Offer, 'fenOff' | 'permille'>, quantity: number): number {
  const left = permille === null ? fen : share(fen, Math.min(1000, permille))
  return Math.max(0, left - (fenOff ?? 0) * quantity)
}

/**
 * S4-48: the base price of the day, times the season, times the tier's share, times how many, and then the one running
 * offer that saves the most. None when no base price is valid on the day.
 */
export function quote(
  rules: readonly PriceRule[],
  offers: readonly Offer[],
  { day, tier, quantity }: Asked,
): Quote | null {
  const base = latest(rules, 'base', day)
  if (!base || base.fen === null) return null
  const lines: QuoteLine[] = [{ kind: 'base', name: base.name, fen: base.fen * quantity }]
  let total = base.fen * quantity
  const own = rules.filter((rule) => rule.kind !== 'tier' || rule.tier === tier)
  for (const kind of ['season', 'tier'] as const) {
    const rule = latest(own, kind, day)
    if (!rule || rule.permille === null) continue
    const next = share(total, rule.permille)
    lines.push({ kind, name: rule.name, fen: next - total })
    total = next
  }
  const best = bestOffer(total, runningOffers(offers, day, tier), quantity)
  if (!best) return { lines, totalFen: total, offerId: null }
  const left = afterOffer(total, best, quantity)
  lines.push({ kind: 'offer', name: best.title, fen: left - total })
  return { lines, totalFen: left, offerId: best.id }
}

function bestOffer(fen: number, offers: readonly Offer[], quantity: number): Offer | null {
  const saving = offers.filter((offer) => afterOffer(fen, offer, quantity) < fen)
  const [first] = saving.sort(
    (a, b) => afterOffer(fen, a, quantity) - afterOffer(fen, b, quantity) || (a.id < b.id ? -1 : 1),
  )
  return first ?? null
}

/** The offers that run on a day for a tier, in the order given (S4-48). */
export function runningOffers<T extends Offer>(offers: readonly T[], day: Day, tier: MemberTier): T[] {
  return offers.filter((offer) => isValidOn(offer, day) && (offer.tiers.length === 0 || offer.tiers.includes(tier)))
}

type Version = { version: number; fromDay: Day; state: ProductState }

/** S4-46: what a product is on a day: of the versions that began by then the one that began last, then the newest. */
export function versionOn<T extends Version>(versions: readonly T[], day: Day): T | null {
  const [first] = versions
    .filter(({ fromDay }) => fromDay <= day)
    .sort((a, b) => (a.fromDay === b.fromDay ? b.version - a.version : a.fromDay < b.fromDay ? 1 : -1))
  return first ?? null
}

const STEPS: Record<ActionState, readonly ActionState[]> = {
  planned: ['running', 'done', 'dropped'],
  running: ['done', 'dropped'],
  done: [],
  dropped: [],
}

/** S4-47: an action goes forward only, and ends with what came of it. */
export function canMoveAction(from: ActionState, to: ActionState, result: string): Decision {
  if (!STEPS[from].includes(to)) return deny('action-step')
  if ((to === 'done' || to === 'dropped') && result.trim() === '') return deny('action-no-result')
  return allow
}

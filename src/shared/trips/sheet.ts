import type { Day, Instant } from '../time.ts'
import type { Lodging, Transport, TripChannel } from './words.ts'

/** What one conversation added to a needs sheet; null where nothing was said. */
export type NeedsWord = {
  channel: TripChannel
  saidAt: Instant
  destination: string | null
  startsOn: Day | null
  endsOn: Day | null
  lodging: Lodging | null
  transport: Transport | null
  budgetFen: number | null
  travellers: number | null
  note: string
}

/** The fields that a customer is asked (S4-32..35, S4-52). */
export const SHEET_FIELDS = [
  'destination',
  'startsOn',
  'endsOn',
  'lodging',
  'transport',
  'budgetFen',
  'travellers',
] as const
export type SheetField = (typeof SHEET_FIELDS)[number]

/** Without these nothing can be proposed or booked (S4-52). */
export const REQUIRED_FIELDS = [
  'destination',
  'startsOn',
  'endsOn',
  'transport',
  'budgetFen',
] as const satisfies readonly SheetField[]

export type NeedsSheet = Pick<NeedsWord, SheetField> & {
  missing: SheetField[]
  /** Where each answer came from. */
  sources: Partial<Record<SheetField, TripChannel>>
  channels: TripChannel[]
}

/** S4-52, S4-53: the needs sheet is what the newest word on each question says, whichever channel it came by. */
export function sheetOf(words: readonly NeedsWord[]): NeedsSheet {
  const ordered = [...words].sort((a, b) => a.saidAt - b.saidAt)
  const newest = (field: SheetField) => ordered.findLast((word) => word[field] !== null)
  const said = {
    destination: newest('destination')?.destination ?? null,
    startsOn: newest('startsOn')?.startsOn ?? null,
    endsOn: newest('endsOn')?.endsOn ?? null,
    lodging: newest('lodging')?.lodging ?? null,
    transport: newest('transport')?.transport ?? null,
    budgetFen: newest('budgetFen')?.budgetFen ?? null,
    travellers: newest('travellers')?.travellers ?? null,
  }
  const sources = SHEET_FIELDS.flatMap((field) => {
    const word = newest(field)
    return word ? [[field, word.channel] as const] : []
  })
  return {
    ...said,
    missing: REQUIRED_FIELDS.filter((field) => said[field] === null),
    sources: Object.fromEntries(sources),
    channels: [...new Set(ordered.map(({ channel }) => channel))],
  }
}

/** How an option's price stands to the budget (S4-55). */
export const FITS = ['within', 'slightlyOver', 'over', 'unknown'] as const
export type Fit = (typeof FITS)[number]

/** As far over the budget as may still be talked about, in percent. */
const SLIGHT_PERCENT = 10

/** S4-55: whether an option is within the customer's budget; without a budget nobody can say. */
export function fitOf(priceFen: number, budgetFen: number | null): Fit {
  if (budgetFen === null) return 'unknown'
  if (priceFen <= budgetFen) return 'within'
  return priceFen * 100 <= budgetFen * (100 + SLIGHT_PERCENT) ? 'slightlyOver' : 'over'
}

/** The options in the order in which they fit: those within the budget first, the better use of it before the lesser. */
export function rankOptions<T extends { priceFen: number }>(options: readonly T[], budgetFen: number | null): T[] {
  if (budgetFen === null) return [...options]
  const distance = ({ priceFen }: T) => Math.abs(budgetFen - priceFen)
  const isOver = ({ priceFen }: T) => (priceFen > budgetFen ? 1 : 0)
  return [...options].sort((a, b) => isOver(a) - isOver(b) || distance(a) - distance(b))
}

import { kmText, moneyText } from '../ui/formats.ts'

/** An amount in words: money, miles or both. */
export function amountText({ amountFen, miles }: { amountFen: number; miles: number }): string {
  return [amountFen > 0 ? moneyText(amountFen) : '', miles > 0 ? kmText(miles) : ''].filter(Boolean).join(' + ')
}

/** Months as their fields hold them: the one that a moment falls into in desk time. */
export function monthOf(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 7)
}

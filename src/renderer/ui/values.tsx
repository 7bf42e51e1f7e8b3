import type { Instant } from '../../shared/time.ts'
import { useLanguage } from '../i18n/use-t.ts'
import { dateTimeText, moneyText, preciseText } from './formats.ts'

/** A moment in desk time; the second stands in the tooltip. */
export function InstantText({ at }: { at: Instant | null }) {
  useLanguage()
  if (at === null) return <span>—</span>
  return (
    <time className="num" dateTime={new Date(at).toISOString()} title={preciseText(at)}>
      {dateTimeText(at)}
    </time>
  )
}

/** An amount in fen. */
export function Money({ fen, currency = 'CNY' }: { fen: number; currency?: string }) {
  useLanguage()
  return <span className="num">{moneyText(fen, currency)}</span>
}

import type { OfferView } from '../../../shared/products/contract.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { moneyText } from '../../ui/formats.ts'

/** What an offer saves, in words. */
export function useSaving(): (offer: OfferView) => string {
  const t = useT('products')
  return ({ permille, fenOff, text }) => {
    if (permille !== null) return t('offer.pays', { percent: permille / 10 })
    return fenOff === null ? text : t('offer.off', { money: moneyText(fenOff) })
  }
}

/** How far an offer is on a day. */
export function offerState({ isEnded, fromDay, toDay }: OfferView, day: Day): 'coming' | 'running' | 'over' | 'ended' {
  if (isEnded) return 'ended'
  if (day < fromDay) return 'coming'
  return day > toDay ? 'over' : 'running'
}

import type { OfferView } from '../../../shared/products/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dayText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useSaving } from './offer-words.ts'

/** S4-48: the offers that run, for whoever answers an enquiry. */
export function Running({ offers }: { offers: readonly OfferView[] }) {
  const t = useT('products')
  const saving = useSaving()
  if (offers.length === 0) return <p className={record.faint}>{t('offer.none')}</p>
  return (
    <ul className={record.list} aria-label={t('offer.running')}>
      {offers.map((offer) => (
        <li key={offer.id}>
          <div className={record.line}>
            <strong>{offer.title}</strong>
            <StateBadge tone="good" label={saving(offer)} />
            <span>{offer.productName ?? t('offer.all')}</span>
            <span className={record.faint}>{t('offer.until', { day: dayText(offer.toDay) })}</span>
          </div>
          {offer.text !== '' && <div className={record.text}>{offer.text}</div>}
        </li>
      ))}
    </ul>
  )
}

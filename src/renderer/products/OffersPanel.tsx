import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { Quote } from './parts/Quote.tsx'
import { Running } from './parts/Running.tsx'

/** S4-48: prices and running offers on the page of an enquiry that is being answered. */
export function OffersPanel({ kind, isOpen }: CasePanelProps) {
  const t = useT('products')
  const isAsked = kind === 'enquiry' && isOpen
  const query = useQuery('products.offers', { isRunning: true }, { topics: ['products'], enabled: isAsked })
  if (!isAsked) return null
  const offers = query.data ?? []
  return (
    <CasePanel
      title={t('tabs.prices')}
      summary={offers.length === 0 ? t('offer.none') : t('offer.count', { count: offers.length })}
      isEmpty={offers.length === 0}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <Running offers={offers} />
      <Quote />
    </CasePanel>
  )
}

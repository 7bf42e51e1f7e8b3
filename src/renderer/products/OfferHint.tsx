import { useT } from '../i18n/use-t.ts'
import { Section } from '../ui/DetailPanel.tsx'
import type { NewCaseProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { Quote } from './parts/Quote.tsx'
import { Running } from './parts/Running.tsx'

/** S4-48: while an enquiry is written down, the running offers stand beside it, and a price can be quoted into the answer. */
export function OfferHint({ kind, onAnswer }: NewCaseProps) {
  const t = useT('products')
  const options = { topics: ['products' as const], enabled: kind === 'enquiry' }
  const { data: products = [] } = useQuery('products.list', {}, options)
  const { data: offers = [] } = useQuery('products.offers', { isRunning: true }, options)
  if (kind !== 'enquiry' || products.length + offers.length === 0) return null
  return (
    <Section title={t('tabs.prices')}>
      <Running offers={offers} />
      <Quote onAnswer={onAnswer} />
    </Section>
  )
}

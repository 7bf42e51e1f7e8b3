import { Button, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { QuoteView } from '../../../shared/products/contract.ts'
import { PRICE_KIND_NAMES } from '../../../shared/products/words.ts'
import { MEMBER_TIER_NAMES, type MemberTier } from '../../../shared/tiers/model.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, moneyText, today } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from './products.module.css'

type Props = {
  /** The tier of the customer when it is known. */
  startTier?: MemberTier
  /** Takes the quote in words, where there is an answer to put them into. */
  onAnswer?: ((text: string) => void) | undefined
}

/** S4-48: what something costs on a day for a tier, by the rules and the running offers, with how it comes about. */
export function Quote({ startTier = 'none', onAnswer }: Props) {
  const t = useT('products')
  const nameOf = useName()
  const [productId, setProduct] = useState<string | null>(null)
  const [tier, setTier] = useState<MemberTier>(startTier)
  const [day, setDay] = useState<Day>(today())
  const [quantity, setQuantity] = useState(1)
  const { data: products = [] } = useQuery('products.list', {}, { topics: ['products'] })
  const query = useQuery(
    'products.quote',
    { productId: productId ?? '-', tier, day, quantity },
    { topics: ['products'], enabled: productId !== null },
  )
  const answer = productId === null ? undefined : query.data
  const inWords = (quote: QuoteView) => {
    const offer = quote.lines.find(({ kind }) => kind === 'offer')
    const price = moneyText(quote.totalFen ?? 0)
    const sentence = t('quote.sentence', { name: quote.productName, day: dayText(day), count: quantity, price })
    return offer ? `${sentence}${t('quote.withOffer', { offer: offer.name })}` : sentence
  }
  return (
    <>
      <fieldset className={record.form} aria-label={t('quote.title')}>
        <Select
          label={t('quote.product')}
          searchable
          data={products.filter(({ state }) => state === 'offered').map(({ id, name }) => ({ value: id, label: name }))}
          value={productId}
          onChange={setProduct}
        />
        <ChoiceField
          label={t('quote.tier')}
          data={choicesOf(MEMBER_TIER_NAMES, nameOf)}
          value={tier}
          onChange={setTier}
        />
        <DayField label={t('quote.day')} value={day} onChange={(chosen) => chosen !== null && setDay(chosen)} />
        <NumberInput
          label={t('quote.quantity')}
          min={1}
          max={99}
          allowDecimal={false}
          value={quantity}
          onChange={(typed) => typeof typed === 'number' && typed >= 1 && typed <= 99 && setQuantity(typed)}
        />
      </fieldset>
      <FailureAlert failure={productId === null ? undefined : query.failure} onRetry={query.reload} />
      {answer && <Lines quote={answer} />}
      {answer && answer.totalFen !== null && onAnswer && (
        <div className={record.actions}>
          <Button variant="default" onClick={() => onAnswer(inWords(answer))}>
            {t('quote.toAnswer')}
          </Button>
        </div>
      )}
    </>
  )
}

function Lines({ quote }: { quote: QuoteView }) {
  const t = useT('products')
  const nameOf = useName()
  if (quote.totalFen === null) return <p className={record.faint}>{t('quote.none')}</p>
  return (
    <table className={record.table} aria-label={t('quote.title')}>
      <tbody>
        {quote.lines.map(({ kind, name, fen }) => (
          <tr key={kind}>
            <td>{kind === 'offer' ? t('quote.offer') : nameOf(PRICE_KIND_NAMES[kind])}</td>
            <td>{name}</td>
            <td data-number>{moneyText(fen)}</td>
          </tr>
        ))}
        <tr className={styles.total}>
          <td colSpan={2}>{t('quote.total')}</td>
          <td data-number>{moneyText(quote.totalFen)}</td>
        </tr>
      </tbody>
    </table>
  )
}

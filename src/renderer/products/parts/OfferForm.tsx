import { Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { MEMBER_TIER_NAMES, type MemberTier } from '../../../shared/tiers/model.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type How = 'percent' | 'minus' | 'gift'

/** S4-48: a new offer with its validity. */
export function OfferForm({ onClose }: { onClose: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [productId, setProduct] = useState<string | null>(null)
  const [tiers, setTiers] = useState<MemberTier[]>([])
  const [fromDay, setFrom] = useState<Day | null>(today())
  const [toDay, setTo] = useState<Day | null>(null)
  const [how, setHow] = useState<How>('percent')
  const [percent, setPercent] = useState<number | null>(null)
  const [fenOff, setOff] = useState<number | null>(null)
  const { data: products = [] } = useQuery('products.list', {}, { topics: ['products'] })
  const add = useCommand('products.addOffer', { quiet: true })
  const choices = choicesOf(MEMBER_TIER_NAMES, nameOf)
  const figure = { percent, minus: fenOff, gift: 0 }[how]
  const isReady = title.trim() !== '' && fromDay !== null && toDay !== null && figure !== null
  const save = async () => {
    if (fromDay === null || toDay === null) return
    const saving = {
      permille: how === 'percent' && percent !== null ? Math.round(percent * 10) : null,
      fenOff: how === 'minus' ? fenOff : null,
    }
    if (!(await add.run({ title, text, productId, tiers, fromDay, toDay, ...saving })).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <DetailPanel title={t('offer.add')} label={t('offer.add')} onClose={onClose}>
      <Section title={t('offer.title')}>
        <FailureAlert failure={add.failure} />
        <div className={record.form}>
          <TextInput
            label={t('offer.name')}
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label={t('offer.product')}
            placeholder={t('offer.all')}
            clearable
            searchable
            data={products.map(({ id, name }) => ({ value: id, label: name }))}
            value={productId}
            onChange={setProduct}
          />
          <DayField label={t('offer.from')} value={fromDay} onChange={setFrom} />
          <DayField label={t('offer.to')} value={toDay} onChange={setTo} />
          <ChoiceField
            label={t('offer.how')}
            data={(['percent', 'minus', 'gift'] as const).map((value) => ({ value, label: t(`offer.${value}`) }))}
            value={how}
            onChange={setHow}
          />
          {how === 'percent' && (
            <NumberInput
              label={t('offer.percent')}
              hideControls
              min={0.1}
              max={99.9}
              decimalScale={1}
              suffix="%"
              value={percent ?? ''}
              onChange={(typed) => setPercent(typeof typed === 'number' ? typed : null)}
            />
          )}
          {how === 'minus' && <YuanField label={t('offer.minus')} value={fenOff} onChange={setOff} />}
          <MultiSelect
            className={record.wide ?? ''}
            label={t('offer.tiers')}
            data={choices}
            value={tiers}
            onChange={(chosen) => setTiers(choices.map(({ value }) => value).filter((tier) => chosen.includes(tier)))}
          />
          <TextArea
            keep={{ kind: 'products-offer-form-text', subject: 'new' }}
            className={record.wide ?? ''}
            label={t('offer.text')}
            minRows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <KeepLines kind="products-offer-lines" subject="new" />
          <div className={`${record.wide} ${record.buttons}`}>
            <Button loading={add.isBusy} disabled={!isReady} onClick={() => void save()}>
              {t('offer.add')}
            </Button>
          </div>
        </div>
      </Section>
    </DetailPanel>
  )
}

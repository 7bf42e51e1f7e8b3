import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { SERVICE_ITEM_NAMES, type ServiceItem } from '../../../shared/partners/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** S4-16 S4-30: what a customer says of a supplier's service; what is poor is told to whoever is responsible. */
export function RateForm({ onDone }: { onDone: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const { data: partners = [] } = useQuery('partners.list', {}, { topics: ['products'] })
  const [partnerId, setPartner] = useState<string | null>(null)
  const [item, setItem] = useState<ServiceItem>('stay')
  const [points, setPoints] = useState<number | null>(null)
  const [remark, setRemark] = useState('')
  const [day, setDay] = useState<Day>(today())
  const rate = useCommand('partners.rate', { quiet: true })
  const save = async () => {
    if (partnerId === null || points === null) return
    const done = await rate.run({ partnerId, item, points, remark, day })
    if (!done.ok) return
    tellDone(t(done.value.told ? 'quality.told' : 'saved'))
    onDone()
  }
  return (
    <fieldset className={record.form} aria-label={t('quality.rate')}>
      <Select
        label={t('quality.supplier')}
        searchable
        data={partners.map(({ id, name }) => ({ value: id, label: name }))}
        value={partnerId}
        onChange={setPartner}
      />
      <ChoiceField
        label={t('quality.item')}
        data={choicesOf(SERVICE_ITEM_NAMES, nameOf)}
        value={item}
        onChange={setItem}
      />
      <NumberInput
        label={t('quality.points')}
        min={1}
        max={5}
        allowDecimal={false}
        value={points ?? ''}
        onChange={(typed) => setPoints(typeof typed === 'number' ? typed : null)}
      />
      <DayField label={t('quality.day')} value={day} onChange={(chosen) => chosen !== null && setDay(chosen)} />
      <TextInput
        className={record.wide ?? ''}
        label={t('quality.remark')}
        maxLength={1000}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <div className={record.wide}>
        <FailureAlert failure={rate.failure} />
      </div>
      <KeepLines kind="products-rate-lines" subject="new" />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button loading={rate.isBusy} disabled={partnerId === null || points === null} onClick={() => void save()}>
          {t('quality.rate')}
        </Button>
      </div>
    </fieldset>
  )
}

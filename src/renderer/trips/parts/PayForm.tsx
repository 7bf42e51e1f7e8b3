import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { TripFile } from '../../../shared/trips/model.ts'
import {
  PAYMENT_KIND_NAMES,
  PAYMENT_METHOD_NAMES,
  type PaymentKind,
  type PaymentMethod,
} from '../../../shared/trips/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

/** What was paid, as what and how; never the number of a card (S4-04, S4-12). */
export function PayForm({ trip, onDone }: { trip: TripFile; onDone: () => void }) {
  const t = useT('trips')
  const nameOf = useName()
  const [kind, setKind] = useState<PaymentKind>(trip.money.state === 'none' ? 'deposit' : 'balance')
  const [method, setMethod] = useState<PaymentMethod>('transfer')
  const [amountFen, setAmount] = useState<number | null>(trip.money.state === 'none' ? null : trip.money.openFen)
  const [reference, setReference] = useState('')
  const pay = useCommand('trips.pay', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (amountFen === null) return
    if (!(await pay.run({ id: trip.id, kind, method, amountFen, reference })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('money.add')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('money.kind')}
        data={choicesOf(PAYMENT_KIND_NAMES, nameOf)}
        value={kind}
        onChange={setKind}
      />
      <YuanField
        label={t('money.amount')}
        withAsterisk
        value={amountFen}
        error={pay.fieldErrors.amountFen}
        onChange={setAmount}
      />
      <ChoiceField
        label={t('money.method')}
        data={choicesOf(PAYMENT_METHOD_NAMES, nameOf)}
        value={method}
        onChange={setMethod}
      />
      <TextInput
        label={t('money.reference')}
        value={reference}
        error={pay.fieldErrors.reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <div className={`${record.wide} ${record.faint}`}>{t('booking.protect')}</div>
      <KeepLines kind="trips-pay-lines" subject={trip.id} />
      <FormEnds
        save={t('money.add')}
        failure={pay.failure}
        isBusy={pay.isBusy}
        isReady={amountFen !== null && amountFen > 0}
        onCancel={onDone}
      />
    </form>
  )
}

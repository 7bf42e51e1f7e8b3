import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ProductFile } from '../../../shared/products/contract.ts'
import {
  PRODUCT_KIND_NAMES,
  PRODUCT_STATE_NAMES,
  type ProductKind,
  type ProductState,
} from '../../../shared/products/words.ts'
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
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type Said = { name: string; summary: string; state: ProductState; fromDay: Day }

/** What a version of a product says. */
function SaidFields({ said, onChange }: { said: Said; onChange: (said: Said) => void }) {
  const t = useT('products')
  const nameOf = useName()
  return (
    <>
      <TextInput
        label={t('product.name')}
        maxLength={120}
        value={said.name}
        onChange={(event) => onChange({ ...said, name: event.currentTarget.value })}
      />
      <ChoiceField
        label={t('product.state')}
        data={choicesOf(PRODUCT_STATE_NAMES, nameOf)}
        value={said.state}
        onChange={(state) => onChange({ ...said, state })}
      />
      <DayField
        label={t('product.from')}
        value={said.fromDay}
        onChange={(fromDay) => fromDay !== null && onChange({ ...said, fromDay })}
      />
      <TextArea
        keep={{ kind: 'products-summary', subject: 'new' }}
        className={record.wide ?? ''}
        label={t('product.summary')}
        minRows={2}
        maxLength={2000}
        value={said.summary}
        onChange={(event) => onChange({ ...said, summary: event.currentTarget.value })}
      />
    </>
  )
}

type FormProps = { onClose: () => void; onAdded: (id: string) => void }

/** S4-46: a new product. */
export function ProductForm({ onClose, onAdded }: FormProps) {
  const t = useT('products')
  const nameOf = useName()
  const [kind, setKind] = useState<ProductKind>('hotel')
  const [partnerId, setPartner] = useState<string | null>(null)
  const [said, setSaid] = useState<Said>({ name: '', summary: '', state: 'offered', fromDay: today() })
  const { data: partners = [] } = useQuery('partners.list', {}, { topics: ['products'] })
  const add = useCommand('products.add', { quiet: true })
  const save = async () => {
    const added = await add.run({ ...said, kind, partnerId })
    if (!added.ok) return
    tellDone(t('saved'))
    onClose()
    onAdded(added.value.id)
  }
  return (
    <DetailPanel title={t('product.add')} label={t('product.add')} onClose={onClose}>
      <Section title={t('tabs.products')}>
        <FailureAlert failure={add.failure} />
        <div className={record.form}>
          <ChoiceField
            label={t('product.kind')}
            data={choicesOf(PRODUCT_KIND_NAMES, nameOf)}
            value={kind}
            onChange={setKind}
          />
          <Select
            label={t('product.partner')}
            placeholder={t('product.ownProduct')}
            clearable
            searchable
            data={partners.map(({ id, name }) => ({ value: id, label: name }))}
            value={partnerId}
            onChange={setPartner}
          />
          <SaidFields said={said} onChange={setSaid} />
          <KeepLines kind="products-product-lines" subject="new" />
          <div className={`${record.wide} ${record.buttons}`}>
            <Button loading={add.isBusy} disabled={said.name.trim() === ''} onClick={() => void save()}>
              {t('product.add')}
            </Button>
          </div>
        </div>
      </Section>
    </DetailPanel>
  )
}

/** S4-46: the next version of a product, with the reason. */
export function ChangeForm({ file, onDone }: { file: ProductFile; onDone: () => void }) {
  const t = useT('products')
  const newest = file.history[0]
  const [said, setSaid] = useState<Said>({
    ...{ name: newest?.name ?? file.name, summary: newest?.summary ?? '', state: newest?.state ?? 'offered' },
    fromDay: today(),
  })
  const [reason, setReason] = useState('')
  const change = useCommand('products.change', { quiet: true })
  const save = async () => {
    const done = await change.run({ ...said, id: file.id, version: newest?.version ?? 1, reason })
    if (!done.ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <fieldset className={record.form} aria-label={t('product.change')}>
      <SaidFields said={said} onChange={setSaid} />
      <TextInput
        className={record.wide ?? ''}
        label={t('product.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={record.wide}>
        <FailureAlert failure={change.failure} />
      </div>
      <KeepLines kind="products-change-lines" subject={file.id} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button
          loading={change.isBusy}
          disabled={said.name.trim() === '' || reason.trim() === ''}
          onClick={() => void save()}
        >
          {t('product.saveChange')}
        </Button>
      </div>
    </fieldset>
  )
}

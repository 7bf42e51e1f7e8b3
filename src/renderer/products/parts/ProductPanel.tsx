import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ProductFile } from '../../../shared/products/contract.ts'
import { PRODUCT_KIND_NAMES, PRODUCT_STATE_NAMES } from '../../../shared/products/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, dayText, moneyText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { PRODUCT_TONES } from '../tones.ts'
import { Prices } from './Prices.tsx'
import { ChangeForm } from './ProductForm.tsx'

/** One product: what it is, its price rules, and every change over time. */
export function ProductPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [isChanging, setChanging] = useState(false)
  const { data: file, failure, reload } = useQuery('products.show', { id }, { topics: ['products'] })
  if (!file) return <FailureAlert failure={failure} onRetry={reload} />
  return (
    <DetailPanel
      title={file.name}
      label={t('product.detail', { name: file.name })}
      badges={<StateBadge tone={PRODUCT_TONES[file.state]} label={nameOf(PRODUCT_STATE_NAMES[file.state])} />}
      actions={
        isLead && (
          <Button variant="default" aria-pressed={isChanging} onClick={() => setChanging(!isChanging)}>
            {t('product.change')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={nameOf(PRODUCT_KIND_NAMES[file.kind])}>
        <Facts
          facts={[
            { label: t('product.partner'), value: file.partnerName ?? t('product.ownProduct') },
            {
              label: t('product.price'),
              value: file.priceFen === null ? t('product.none') : moneyText(file.priceFen),
            },
          ]}
        />
        <p className={flow.text}>{file.summary}</p>
        {isChanging && <ChangeForm key={file.versions} file={file} onDone={() => setChanging(false)} />}
      </Section>
      <Section title={t('price.title')}>
        <Prices file={file} />
      </Section>
      <Section title={t('product.history')}>
        <History file={file} />
      </Section>
    </DetailPanel>
  )
}

function History({ file }: { file: ProductFile }) {
  const t = useT('products')
  const nameOf = useName()
  return (
    <ul className={record.list} aria-label={t('product.history')}>
      {file.history.map((one) => (
        <li key={one.version}>
          <div className={record.line}>
            <strong>{t('product.version', { version: one.version, day: dayText(one.fromDay) })}</strong>
            <StateBadge tone={PRODUCT_TONES[one.state]} label={nameOf(PRODUCT_STATE_NAMES[one.state])} />
            <span>{one.name}</span>
          </div>
          <div className={record.text}>{one.summary}</div>
          {one.reason !== '' && (
            <div>
              {t('product.reason')}: {one.reason}
            </div>
          )}
          <div className={record.faint}>
            {t('product.by', { name: one.savedByName, time: dateTimeText(one.savedAt) })}
          </div>
        </li>
      ))}
    </ul>
  )
}

import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { SERVICE_ITEM_NAMES, type ServiceItem } from '../../shared/partners/words.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone } from '../ui/notify.ts'
import record from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { choicesOf, useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'

/** S4-16: the supplier and service item that a case is about, so that complaints count where they belong. */
export function SupplierPanel({ caseId }: CasePanelProps) {
  const t = useT('partners')
  const nameOf = useName()
  const query = useQuery('partners.ofCase', { caseId }, { topics: ['products'], clearOnChange: true })
  const { data: partners = [] } = useQuery('partners.list', {}, { topics: ['products'] })
  const [partnerId, setPartner] = useState<string | null>(null)
  const [item, setItem] = useState<ServiceItem>('stay')
  const attach = useCommand('partners.attach', { quiet: true })
  const rows = query.data ?? []
  if (partners.length + rows.length === 0) return null
  const save = async () => {
    if (partnerId === null || !(await attach.run({ caseId, partnerId, item })).ok) return
    tellDone(t('saved'))
    setPartner(null)
  }
  return (
    <CasePanel
      title={t('supplier.title')}
      summary={rows.length === 0 ? t('supplier.none') : rows.map(({ partnerName }) => partnerName).join(' · ')}
      isEmpty={rows.length === 0}
    >
      <FailureAlert failure={query.failure ?? attach.failure} onRetry={query.reload} />
      <ul className={record.list} aria-label={t('supplier.title')}>
        {rows.map((row) => (
          <li key={`${row.partnerId} ${row.item}`} className={record.line}>
            <strong>{row.partnerName}</strong>
            <span>{nameOf(SERVICE_ITEM_NAMES[row.item])}</span>
            <span className={record.faint}>{t('supplier.by', { name: row.byName })}</span>
          </li>
        ))}
      </ul>
      <fieldset className={record.form} aria-label={t('supplier.attach')}>
        <Select
          label={t('supplier.partner')}
          searchable
          data={partners.map(({ id, name }) => ({ value: id, label: name }))}
          value={partnerId}
          onChange={setPartner}
        />
        <ChoiceField
          label={t('supplier.item')}
          data={choicesOf(SERVICE_ITEM_NAMES, nameOf)}
          value={item}
          onChange={setItem}
        />
        <div className={`${record.wide} ${record.buttons}`}>
          <Button variant="default" loading={attach.isBusy} disabled={partnerId === null} onClick={() => void save()}>
            {t('supplier.attach')}
          </Button>
        </div>
      </fieldset>
    </CasePanel>
  )
}

import { Anchor, Button, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { CaseBusiness } from '../../../shared/companies/contract.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { MemberHit } from '../../../shared/members/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { CasePanel } from '../../ui/CasePanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import type { CasePanelProps } from '../../ui/slots.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { openMember } from '../open.ts'
import { MemberField } from './MemberField.tsx'

/** The company, traveller and order a case belongs to, with the company's own travel rules (S5-77). */
export function BusinessPanel({ caseId }: CasePanelProps) {
  const t = useT('gathering')
  const query = useQuery('companies.ofCase', { caseId }, { topics: ['cases', 'members'], clearOnChange: true })
  const [isEditing, editing] = useDisclosure(false)
  const { data } = query
  const isEmpty = data === undefined || (data.company === null && data.travellerName === '' && data.orderNo === '')
  return (
    <CasePanel
      title={t('companies.panel')}
      summary={
        isEmpty
          ? t('companies.panelNone')
          : [data.company?.name, data.travellerName, data.orderNo].filter(Boolean).join(' · ')
      }
      isEmpty={isEmpty}
      actions={
        <Button size="compact-xs" variant="subtle" onClick={editing.toggle}>
          {t('companies.change')}
        </Button>
      }
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {data && !isEmpty && <Attached business={data} />}
      {data && (isEditing || isEmpty) && <AttachForm caseId={caseId} business={data} onDone={editing.close} />}
    </CasePanel>
  )
}

function Attached({ business: { company, travellerId, travellerName, orderNo } }: { business: CaseBusiness }) {
  const t = useT('gathering')
  return (
    <>
      <div className={record.line}>
        <strong>{company?.name}</strong>
        {travellerId === null ? (
          travellerName
        ) : (
          <Anchor component="button" type="button" size="sm" onClick={() => openMember(travellerId)}>
            {travellerName}
          </Anchor>
        )}
        <span className="num">{orderNo}</span>
      </div>
      {company && company.travelRules !== '' && (
        <div className={record.text}>
          <span className={record.faint}>{t('companies.travelRules')}: </span>
          {company.travelRules}
        </div>
      )}
    </>
  )
}

type FormProps = { caseId: CaseId; business: CaseBusiness; onDone: () => void }

function AttachForm({ caseId, business, onDone }: FormProps) {
  const t = useT('gathering')
  const { data } = useQuery('companies.list', {}, { topics: ['members'] })
  const attach = useCommand('companies.attach', { quiet: true })
  const [companyId, setCompany] = useState<string | null>(business.company?.id ?? null)
  const [hit, setHit] = useState<MemberHit | null>(null)
  const [orderNo, setOrder] = useState(business.orderNo)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const traveller =
      hit === null
        ? { travellerId: business.travellerId, travellerName: business.travellerName }
        : { travellerId: hit.id, travellerName: hit.name }
    if (!(await attach.run({ caseId, companyId, orderNo, ...traveller })).ok) return
    tellDone(t('companies.attached'))
    onDone()
  }
  return (
    <form className={record.form} onSubmit={(event) => void submit(event)}>
      <Select
        label={t('companies.company')}
        clearable
        searchable
        value={companyId}
        data={data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={setCompany}
      />
      <MemberField label={t('companies.traveller')} value={hit} onChange={setHit} />
      <TextInput
        label={t('companies.order')}
        value={orderNo}
        maxLength={60}
        onChange={(event) => setOrder(event.currentTarget.value)}
      />
      <div className={record.wide}>
        <FailureAlert failure={attach.failure} />
      </div>
      <KeepLines kind="case-business-lines" subject={caseId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button type="submit" loading={attach.isBusy}>
          {t('companies.attach')}
        </Button>
      </div>
    </form>
  )
}

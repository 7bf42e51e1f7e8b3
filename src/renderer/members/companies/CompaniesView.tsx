import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { CompanyView } from '../../../shared/companies/contract.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import record from '../../ui/record.module.css'
import { useQuery } from '../../use-query.ts'
import styles from '../members.module.css'
import { CompanyForm } from './CompanyForm.tsx'
import { CompanyMatters } from './CompanyMatters.tsx'
import { Loyalty } from './Loyalty.tsx'
import { PolicyAdvice } from './PolicyAdvice.tsx'
import { Travellers } from './Travellers.tsx'

/** Business customers: who travels for them, their own rules, churn and loyalty (S5-45, S5-77). */
export function CompaniesView() {
  const t = useT('gathering')
  const role = useSession((state) => state.user?.role)
  const query = useQuery('companies.list', {}, { topics: ['members'] })
  const [isAdding, adding] = useDisclosure(false)
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <div className={styles.view}>
      {LEAD_ROLES.some((one) => one === role) && <Loyalty />}
      <Section
        level={2}
        title={t('companies.title')}
        actions={
          <Button size="compact-xs" variant="default" aria-expanded={isAdding} onClick={adding.toggle}>
            {t('companies.add')}
          </Button>
        }
      >
        {isAdding && <CompanyForm onDone={adding.close} />}
        <FailureAlert failure={query.failure} onRetry={query.reload} />
        {query.data?.rows.length === 0 && <p className={record.faint}>{t('companies.none')}</p>}
        <ul className={record.list}>
          {query.data?.rows.map((company) => (
            <Company
              key={company.id}
              company={company}
              isOpen={openId === company.id}
              onOpen={() => setOpenId(openId === company.id ? null : company.id)}
            />
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Company({ company, isOpen, onOpen }: { company: CompanyView; isOpen: boolean; onOpen: () => void }) {
  const t = useT('gathering')
  const { id, name, contact, maskedPhone, travelRules, travellers } = company
  return (
    <li>
      <div className={record.line}>
        <strong>{name}</strong>
        <span>{contact}</span>
        <span className="num">{maskedPhone}</span>
        <span className={record.push}>
          {t('companies.count', { count: travellers })}{' '}
          <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={onOpen}>
            {t('companies.open')}
          </Button>
        </span>
      </div>
      {travelRules !== '' && (
        <div className={record.faint}>
          {t('companies.travelRules')}: {travelRules}
        </div>
      )}
      {isOpen && (
        <>
          <CompanyMatters id={id} />
          <PolicyAdvice key={travelRules} id={id} travelRules={travelRules} />
          <h4 className={record.part}>{t('companies.travellers')}</h4>
          <Travellers id={id} />
        </>
      )}
    </li>
  )
}

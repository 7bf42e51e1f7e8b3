import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import type { CompanyCase } from '../../../shared/companies/tracking.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { go } from '../../ui/navigation.ts'
import record from '../../ui/record.module.css'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'

const STEP = 20

/** Where each of a company's matters stands and what came of it (S5-52, S5-53). */
export function CompanyMatters({ id }: { id: string }) {
  const t = useT('companyTracking')
  const [limit, setLimit] = useState(STEP)
  const query = useQuery('companies.cases', { id, limit }, { topics: ['cases', 'members'] })
  return (
    <>
      <h4 className={record.part}>{t('matters.title')}</h4>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data?.rows.length === 0 && <p className={record.faint}>{t('matters.none')}</p>}
      <ul className={record.list} aria-label={t('matters.title')}>
        {query.data?.rows.map((row) => (
          <Matter key={row.id} row={row} />
        ))}
      </ul>
      {query.data?.next && limit < 200 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setLimit(Math.min(limit + 3 * STEP, 200))}>
          {t('matters.more')}
        </Button>
      )}
    </>
  )
}

function Matter({ row }: { row: CompanyCase }) {
  const t = useT('companyTracking')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const { solved } = row
  const isKnown = solved === 'yes' || solved === 'partly' || solved === 'no'
  return (
    <li>
      <div className={record.line}>
        <Anchor component="button" type="button" size="sm" onClick={() => go('cases', { id: row.id })}>
          {row.number}
        </Anchor>
        <StateBadge tone={row.isOpen ? 'info' : 'good'} label={nameOf(row.stateName)} />
        {row.isLate && <StateBadge tone="bad" label={t('matters.late')} />}
        <span>{namedBy(categoryNames, row.category, nameOf)}</span>
        <span>{row.travellerName}</span>
        {row.orderNo !== '' && <span className={record.faint}>{t('matters.order', { order: row.orderNo })}</span>}
        <span className={record.push}>
          <InstantText at={row.receivedAt} />
        </span>
      </div>
      <div className={record.faint}>
        {nameOf(row.stage)}
        {row.nextDueAt !== null && (
          <>
            {' · '}
            {t('matters.due')} <InstantText at={row.nextDueAt} />
          </>
        )}
      </div>
      <div>
        <span className={record.faint}>{t('matters.result')}: </span>
        {row.result ?? t('matters.noResult')}
      </div>
      <div>
        <span className={record.faint}>{t('matters.said')}: </span>
        {isKnown ? t(`matters.solved.${solved}`) : t('matters.notAsked')}
        {row.points !== null && ` · ${t('matters.points', { points: row.points })}`}
      </div>
    </li>
  )
}

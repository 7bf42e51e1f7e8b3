import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BusinessLoyalty } from '../../../shared/companies/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { countText, percentText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { StatCard } from '../../ui/StatCard.tsx'
import { useCommand } from '../../use-command.ts'

/** Churn and loyalty of business customers, computed when asked for (S5-45). */
export function Loyalty() {
  const t = useT('gathering')
  const compute = useCommand('companies.loyalty')
  const [figures, setFigures] = useState<BusinessLoyalty | null>(null)
  const run = async () => {
    const result = await compute.run({})
    if (result.ok) setFigures(result.value)
  }
  return (
    <Section
      level={2}
      title={t('companies.loyalty')}
      actions={
        <Button size="compact-xs" variant="default" loading={compute.isBusy} onClick={() => void run()}>
          {t('companies.compute')}
        </Button>
      }
    >
      {figures && (
        <>
          <div className={record.cards}>
            <StatCard label={t('companies.churn')} value={figures.churn === null ? '—' : percentText(figures.churn)} />
            <StatCard
              label={t('companies.meanLoyalty')}
              value={figures.loyalty === null ? '—' : countText(figures.loyalty)}
            />
          </div>
          <p>
            {t('companies.churnText', {
              before: figures.before,
              lost: figures.lost,
              gained: figures.gained,
              active: figures.active,
            })}
          </p>
          <ul className={record.list}>
            {figures.companies.map(({ id, name, isActive, wasActive, loyalty }) => (
              <li key={id} className={record.line}>
                {name}
                {isActive && <StateBadge tone="good" label={t('companies.active')} />}
                {wasActive && !isActive && <StateBadge tone="bad" label={t('companies.lost')} />}
                <span className={record.push}>{loyalty === null ? '—' : countText(loyalty)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

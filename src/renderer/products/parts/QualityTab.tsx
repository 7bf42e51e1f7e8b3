import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SupplierRow } from '../../../shared/partners/model.ts'
import { SERVICE_ITEM_NAMES } from '../../../shared/partners/words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DayField } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { today } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from './products.module.css'
import { RateForm } from './RateForm.tsx'
import { Warnings } from './Warnings.tsx'

function useColumns(): Column<SupplierRow>[] {
  const t = useT('products')
  const nameOf = useName()
  const figure = (value: number | null) => (value === null ? '—' : value.toFixed(2))
  const signed = (value: number | null) => (value === null || value <= 0 ? figure(value) : `+${value.toFixed(2)}`)
  const improve = (row: SupplierRow) => {
    const { ratings, complaints, mean } = row
    go('improvements', {
      source: 'free',
      title: t('quality.improvement', { name: row.partnerName, item: nameOf(SERVICE_ITEM_NAMES[row.item]) }),
      finding: t('quality.finding', { ratings, complaints, mean: figure(mean) }),
    })
  }
  return [
    { id: 'supplier', header: t('quality.supplier'), width: 'minmax(150px, 1fr)', cell: (row) => row.partnerName },
    { id: 'item', header: t('quality.item'), width: '110px', cell: (row) => nameOf(SERVICE_ITEM_NAMES[row.item]) },
    { id: 'ratings', header: t('quality.ratings'), width: '90px', align: 'right', cell: (row) => row.ratings },
    { id: 'mean', header: t('quality.mean'), width: '90px', align: 'right', cell: (row) => figure(row.mean) },
    {
      id: 'itemMean',
      header: t('quality.itemMean'),
      width: '120px',
      align: 'right',
      cell: (row) => figure(row.itemMean),
    },
    {
      id: 'difference',
      header: t('quality.difference'),
      width: '140px',
      align: 'right',
      cell: (row) => signed(row.difference),
    },
    { id: 'complaints', header: t('quality.complaints'), width: '96px', align: 'right', cell: (row) => row.complaints },
    { id: 'atFault', header: t('quality.atFault'), width: '96px', align: 'right', cell: (row) => row.atFault },
    {
      id: 'verdict',
      header: t('quality.verdict'),
      width: '96px',
      cell: (row) => (
        <StateBadge tone={row.isWeak ? 'bad' : 'good'} label={t(row.isWeak ? 'quality.weak' : 'quality.fine')} />
      ),
    },
    {
      id: 'improve',
      header: t('quality.improve'),
      width: '110px',
      cell: (row) =>
        row.isWeak && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('quality.improveNamed', { name: row.partnerName })}
            onClick={() => improve(row)}
          >
            {t('quality.improve')}
          </Button>
        ),
    },
  ]
}

/** S4-16 S4-161: how suppliers and service items differ in quality, and which results warn. */
export function QualityTab() {
  const t = useT('products')
  const end = today()
  const [fromDay, setFrom] = useState<Day>(`${Number(end.slice(0, 4)) - 1}${end.slice(4, 8)}01`)
  const [toDay, setTo] = useState<Day>(end)
  const [isRating, setRating] = useState(false)
  const query = useQuery('partners.quality', { fromDay, toDay }, { topics: ['products'] })
  const columns = useColumns()
  return (
    <>
      <div className={flow.line}>
        <DayField
          aria-label={t('quality.from')}
          value={fromDay}
          onChange={(chosen) => chosen !== null && setFrom(chosen)}
        />
        <DayField aria-label={t('quality.to')} value={toDay} onChange={(chosen) => chosen !== null && setTo(chosen)} />
        <Button
          className={flow.push ?? ''}
          variant="default"
          aria-pressed={isRating}
          onClick={() => setRating(!isRating)}
        >
          {t('quality.rate')}
        </Button>
      </div>
      {isRating && <RateForm onDone={() => setRating(false)} />}
      <div className={styles.grow}>
        <DataTable
          label={t('quality.title')}
          columns={columns}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => `${row.partnerId} ${row.item}`}
          empty={<EmptyState title={t('quality.empty')} />}
        />
      </div>
      <Warnings />
    </>
  )
}

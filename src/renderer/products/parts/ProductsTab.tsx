import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { ProductRow } from '../../../shared/products/contract.ts'
import { PRODUCT_KIND_NAMES, PRODUCT_STATE_NAMES } from '../../../shared/products/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { ListTab } from '../../ui/ListTab.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { Money } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { PRODUCT_TONES } from '../tones.ts'
import { ProductForm } from './ProductForm.tsx'
import { ProductPanel } from './ProductPanel.tsx'

function useColumns(): Column<ProductRow>[] {
  const t = useT('products')
  const nameOf = useName()
  return [
    { id: 'kind', header: t('product.kind'), width: '120px', cell: (row) => nameOf(PRODUCT_KIND_NAMES[row.kind]) },
    { id: 'name', header: t('product.name'), width: 'minmax(150px, 1fr)', cell: (row) => row.name },
    {
      id: 'state',
      header: t('product.state'),
      width: '96px',
      cell: (row) => <StateBadge tone={PRODUCT_TONES[row.state]} label={nameOf(PRODUCT_STATE_NAMES[row.state])} />,
    },
    {
      id: 'price',
      header: t('product.price'),
      width: '120px',
      align: 'right',
      cell: (row) => (row.priceFen === null ? t('product.none') : <Money fen={row.priceFen} />),
    },
    { id: 'from', header: t('product.from'), width: '120px', cell: (row) => dayText(row.fromDay) },
    { id: 'versions', header: t('product.changes'), width: '90px', align: 'right', cell: (row) => row.versions },
    {
      id: 'partner',
      header: t('product.partner'),
      width: 'minmax(110px, 0.7fr)',
      cell: (row) => row.partnerName ?? t('product.ownProduct'),
    },
  ]
}

/** S4-46: all products as they are today; one opened shows its changes over time and its price rules. */
export function ProductsTab() {
  const t = useT('products')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [isEndedToo, setEndedToo] = useState(false)
  const query = useQuery('products.list', { isEndedToo }, { topics: ['products'] })
  const columns = useColumns()
  return (
    <ListTab
      label={t('tabs.products')}
      rows={queryRows(query, (rows) => rows)}
      columns={columns}
      narrow={['name', 'price']}
      empty={<EmptyState title={t('product.empty')} text={t('product.emptyText')} />}
      lead={
        <Switch
          label={t('product.withEnded')}
          checked={isEndedToo}
          onChange={(event) => setEndedToo(event.currentTarget.checked)}
        />
      }
      add={isLead ? t('product.add') : null}
      form={(close, show) => <ProductForm onClose={close} onAdded={show} />}
      panel={(id, close) => <ProductPanel key={id} id={id} onClose={close} />}
    />
  )
}

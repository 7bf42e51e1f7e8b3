import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { ActionsTab } from './parts/ActionsTab.tsx'
import { MarketTab } from './parts/MarketTab.tsx'
import { PartnersTab } from './parts/PartnersTab.tsx'
import { PricesTab } from './parts/PricesTab.tsx'
import { ProductsTab } from './parts/ProductsTab.tsx'
import { QualityTab } from './parts/QualityTab.tsx'

type Tab = 'products' | 'prices' | 'actions' | 'partners' | 'quality' | 'market'

const CONTENT: Record<Tab, () => ReactNode> = {
  products: () => <ProductsTab />,
  prices: () => <PricesTab />,
  actions: () => <ActionsTab />,
  partners: () => <PartnersTab />,
  quality: () => <QualityTab />,
  market: () => <MarketTab />,
}

/** What the desk sells, at what price, with whom, how well, and what others do (S4-16, S4-46..48, S3-125, S3-126). */
export function Page() {
  const t = useT('products')
  const [tab, setTab] = useState<Tab>('products')
  const tabs = (Object.keys(CONTENT) as Tab[]).map((id) => ({ id, label: t(`tabs.${id}`), content: CONTENT[id] }))
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </div>
  )
}

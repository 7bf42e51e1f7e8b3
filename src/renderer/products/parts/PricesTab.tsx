import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OfferView } from '../../../shared/products/contract.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { confirmDialog } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { dayText, today } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { OfferForm } from './OfferForm.tsx'
import { offerState, useSaving } from './offer-words.ts'
import { Quote } from './Quote.tsx'

const TONES: Record<ReturnType<typeof offerState>, Tone> = {
  coming: 'info',
  running: 'good',
  over: 'neutral',
  ended: 'neutral',
}

/** S4-48: offers with their validity, and what anything costs. */
export function PricesTab() {
  const t = useT('products')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [shown, setShown] = useState<'quote' | 'form' | null>(null)
  const query = useQuery('products.offers', {}, { topics: ['products'] })
  const columns = useColumns(isLead, shown !== null)
  const close = () => setShown(null)
  return (
    <>
      <div className={flow.line}>
        <Button className={flow.push ?? ''} variant="default" onClick={() => setShown('quote')}>
          {t('quote.open')}
        </Button>
        {isLead && <Button onClick={() => setShown('form')}>{t('offer.add')}</Button>}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('offer.title')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('offer.empty')} />}
          />
        }
        detail={
          shown === 'form' ? (
            <OfferForm onClose={close} />
          ) : shown === 'quote' ? (
            <DetailPanel title={t('quote.title')} label={t('quote.title')} onClose={close}>
              <Section title={t('price.title')}>
                <Quote />
              </Section>
            </DetailPanel>
          ) : null
        }
      />
    </>
  )
}

function useColumns(isLead: boolean, isNarrow: boolean): Column<OfferView>[] {
  const t = useT('products')
  const u = useT('ui')
  const nameOf = useName()
  const saving = useSaving()
  const end = useCommand('products.endOffer')
  const endOffer = async ({ id, title }: OfferView) => {
    const isSure = await confirmDialog({ title: t('offer.end'), text: title, danger: true })
    if (isSure) await end.run({ id })
  }
  const all: Column<OfferView>[] = [
    { id: 'name', header: t('offer.name'), width: 'minmax(120px, 1fr)', cell: (row) => row.title },
    {
      id: 'product',
      header: t('offer.product'),
      width: 'minmax(120px, 0.8fr)',
      cell: (row) => row.productName ?? t('offer.all'),
    },
    { id: 'saves', header: t('offer.value'), width: '130px', cell: saving },
    {
      id: 'tiers',
      header: t('quote.tier'),
      width: 'minmax(110px, 0.6fr)',
      cell: (row) => row.tiers.map((tier) => nameOf(MEMBER_TIER_NAMES[tier])).join('、') || t('offer.everybody'),
    },
    { id: 'to', header: t('offer.to'), width: '116px', cell: (row) => dayText(row.toDay) },
    {
      id: 'state',
      header: t('offer.state'),
      width: '124px',
      cell: (row) => {
        const state = offerState(row, today())
        return <StateBadge tone={TONES[state]} label={t(`offer.states.${state}`)} />
      },
    },
  ]
  if (isNarrow) return all.filter(({ id }) => ['name', 'saves', 'state'].includes(id))
  if (!isLead) return all
  return [
    ...all,
    {
      id: 'end',
      header: u('actions.more'),
      width: '104px',
      cell: (row) =>
        ['running', 'coming'].includes(offerState(row, today())) && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('offer.endNamed', { name: row.title })}
            onClick={() => void endOffer(row)}
          >
            {t('offer.end')}
          </Button>
        ),
    },
  ]
}

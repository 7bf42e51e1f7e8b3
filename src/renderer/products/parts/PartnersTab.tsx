import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { PartnerRow } from '../../../shared/partners/model.ts'
import { PARTNER_KIND_NAMES, PARTNER_STATE_NAMES } from '../../../shared/partners/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ListTab } from '../../ui/ListTab.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { PARTNER_TONES } from '../tones.ts'
import { PartnerForm } from './PartnerForm.tsx'
import { PartnerPanel } from './PartnerPanel.tsx'

function useColumns(): Column<PartnerRow>[] {
  const t = useT('products')
  const nameOf = useName()
  return [
    { id: 'kind', header: t('partner.kind'), width: '130px', cell: (row) => nameOf(PARTNER_KIND_NAMES[row.kind]) },
    { id: 'name', header: t('partner.name'), width: 'minmax(150px, 1fr)', cell: (row) => row.name },
    {
      id: 'cooperation',
      header: t('partner.cooperation'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => row.cooperation,
    },
    { id: 'owner', header: t('partner.owner'), width: '120px', cell: (row) => row.ownerName },
    {
      id: 'open',
      header: t('partner.work'),
      width: '120px',
      cell: (row) =>
        row.overdueWork > 0 ? (
          <StateBadge tone="bad" label={t('partner.overdue', { count: row.overdueWork })} />
        ) : (
          row.openWork
        ),
    },
    { id: 'facts', header: t('partner.unverified'), width: '90px', align: 'right', cell: (row) => row.unverified },
    {
      id: 'state',
      header: t('partner.state'),
      width: '96px',
      cell: (row) => <StateBadge tone={PARTNER_TONES[row.state]} label={nameOf(PARTNER_STATE_NAMES[row.state])} />,
    },
  ]
}

/** S3-125: the partners, with the work that is shared with them. */
export function PartnersTab() {
  const t = useT('products')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [isEndedToo, setEndedToo] = useState(false)
  const query = useQuery('partners.list', { isEndedToo }, { topics: ['products'] })
  const columns = useColumns()
  return (
    <ListTab
      label={t('tabs.partners')}
      rows={queryRows(query, (rows) => rows)}
      columns={columns}
      narrow={['name', 'state']}
      empty={<EmptyState title={t('partner.empty')} />}
      lead={
        <Switch
          label={t('partner.withEnded')}
          checked={isEndedToo}
          onChange={(event) => setEndedToo(event.currentTarget.checked)}
        />
      }
      add={isLead ? t('partner.add') : null}
      form={(close, show) => <PartnerForm file={null} onClose={close} onSaved={show} />}
      panel={(id, close) => <PartnerPanel key={id} id={id} onClose={close} />}
    />
  )
}

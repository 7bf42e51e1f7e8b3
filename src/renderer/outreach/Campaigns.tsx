import { Button, Switch } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { CARE_KIND_NAMES } from '../../shared/care/words.ts'
import type { CampaignView } from '../../shared/outreach/contract.ts'
import { CAMPAIGN_OCCASION_NAMES, CAMPAIGN_STATE_NAMES, type CampaignState } from '../../shared/outreach/words.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { StateBadge, type Tone } from '../ui/badges.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { DetailPanel, SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { countText } from '../ui/formats.ts'
import { queryRows } from '../ui/rows.ts'
import { useName } from '../ui/use-name.ts'
import { useQuery } from '../use-query.ts'
import { CampaignDetail } from './CampaignDetail.tsx'
import styles from './outreach.module.css'
import { StartForm } from './StartForm.tsx'

const TONES: Record<CampaignState, Tone> = { running: 'good', stopped: 'warn', ended: 'neutral' }

const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0)

function useColumns(isNarrow: boolean): Column<CampaignView>[] {
  const t = useT('outreach')
  const nameOf = useName()
  const all: Column<CampaignView>[] = [
    { id: 'name', header: t('columns.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.name },
    {
      id: 'occasion',
      header: t('columns.occasion'),
      width: '140px',
      cell: (row) => nameOf(CAMPAIGN_OCCASION_NAMES[row.occasion]),
    },
    { id: 'kind', header: t('columns.kind'), width: '130px', cell: (row) => nameOf(CARE_KIND_NAMES[row.kind]) },
    {
      id: 'state',
      header: t('columns.state'),
      width: '118px',
      cell: (row) => <StateBadge tone={TONES[row.state]} label={nameOf(CAMPAIGN_STATE_NAMES[row.state])} />,
    },
    {
      id: 'waiting',
      header: t('columns.waiting'),
      width: '84px',
      align: 'right',
      cell: (row) => countText(row.waiting),
    },
    {
      id: 'done',
      header: t('columns.done'),
      width: '90px',
      align: 'right',
      cell: (row) => countText(sum(Object.values(row.results))),
    },
    {
      id: 'skipped',
      header: t('columns.skipped'),
      width: '84px',
      align: 'right',
      cell: (row) => countText(sum(row.skipped.map(({ count }) => count))),
    },
    { id: 'by', header: t('columns.by'), width: '100px', cell: (row) => row.createdByName },
  ]
  return all.filter(({ id }) => !isNarrow || ['name', 'state', 'waiting', 'done'].includes(id))
}

/** The campaigns of the desk with their results; leads start, stop and end them. */
export function Campaigns() {
  const t = useT('outreach')
  const isLead = useSession((session) => session.user?.role !== 'agent')
  const [withEnded, setEnded] = useState(false)
  const [openId, setOpen] = useState<string | null>(null)
  const [isStarting, setStarting] = useState(false)
  const query = useQuery('outreach.list', { withEnded }, { topics: ['messages'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(open !== undefined)
  return (
    <>
      <div className={styles.bar}>
        <Switch
          label={t('withEnded')}
          checked={withEnded}
          onChange={(event) => setEnded(event.currentTarget.checked)}
        />
        {isLead && (
          <Button className={styles.push ?? ''} leftSection={<IconSend size={15} />} onClick={() => setStarting(true)}>
            {t('start')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('views.campaigns')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={
          open ? (
            <DetailPanel key={open.id} title={open.name} label={t('title')} onClose={() => setOpen(null)}>
              <CampaignDetail campaign={open} isLead={isLead} />
            </DetailPanel>
          ) : null
        }
      />
      {isStarting && <StartForm onClose={() => setStarting(false)} />}
    </>
  )
}

import { Button, Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { TierNotice } from '../../../shared/tiers/views.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import styles from '../tiers.module.css'

const TONES: Record<TierNotice['kind'], Tone> = { upgrade: 'good', retain: 'info', downgrade: 'warn' }

function useColumns(isNarrow: boolean): Column<TierNotice>[] {
  const t = useT('tiers')
  const all: Column<TierNotice>[] = [
    {
      id: 'kind',
      header: t('columns.kind'),
      width: '120px',
      cell: (row) => <StateBadge tone={TONES[row.kind]} label={t(`change.${row.kind}`)} />,
    },
    { id: 'card', header: t('columns.card'), width: '120px', cell: (row) => row.card },
    { id: 'name', header: t('columns.name'), width: 'minmax(90px, 0.6fr)', cell: (row) => row.name },
    { id: 'tier', header: t('columns.to'), width: '110px', cell: (row) => <TierBadge tier={row.tier} /> },
    { id: 'created', header: t('columns.created'), width: '140px', cell: (row) => <InstantText at={row.createdAt} /> },
    { id: 'text', header: t('columns.text'), width: 'minmax(180px, 2fr)', cell: (row) => <span>{row.text}</span> },
  ]
  return isNarrow ? all.filter(({ id }) => id !== 'text' && id !== 'created') : all
}

type State = 'open' | 'told'

/** Whom the desk still has to tell about a new tier, with the words for it (S3-43). */
export function NoticesTab() {
  const t = useT('tiers')
  const [state, setState] = useState<State>('open')
  const [open, setOpen] = useState<TierNotice | null>(null)
  const rows = useKeysetRows<TierNotice, { at: number; id: string }>({
    key: state,
    topics: ['tiers'],
    loadPage: (after) => call('tiers.notices', after === null ? { state } : { state, after }),
  })
  return (
    <>
      <div className={styles.line}>
        <SegmentedControl
          aria-label={t('tabs.notices')}
          value={state}
          onChange={(value) => {
            setState(value === 'told' ? 'told' : 'open')
            setOpen(null)
          }}
          data={[
            { value: 'open', label: t('notices.open') },
            { value: 'told', label: t('notices.toldList') },
          ]}
        />
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.notices')}
            columns={useColumns(open !== null)}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={setOpen}
            openKey={open?.id}
            empty={<EmptyState title={t(state === 'open' ? 'notices.empty' : 'notices.emptyTold')} />}
          />
        }
        detail={open && <NoticePanel key={open.id} notice={open} onChange={setOpen} />}
      />
    </>
  )
}

function NoticePanel({ notice, onChange }: { notice: TierNotice; onChange: (notice: TierNotice | null) => void }) {
  const t = useT('tiers')
  const told = useCommand('tiers.told')
  const tell = async () => {
    const result = await told.run({ noticeId: notice.id })
    if (!result.ok) return
    tellDone(t('notices.done'))
    onChange(result.value)
  }
  return (
    <DetailPanel
      title={notice.name}
      label={notice.name}
      badges={<TierBadge tier={notice.tier} />}
      onClose={() => onChange(null)}
    >
      <Section title={t(`change.${notice.kind}`)}>
        <p className={styles.notice}>{notice.text}</p>
        <Group gap="xs">
          {notice.toldAt === null ? (
            <Button loading={told.isBusy} onClick={() => void tell()}>
              {t('notices.tell')}
            </Button>
          ) : (
            <span className={styles.dim}>
              <InstantText at={notice.toldAt} /> {t('notices.toldBy', { name: notice.toldByName ?? '' })}
            </span>
          )}
          <Button variant="default" onClick={() => go('members', { id: notice.memberId })}>
            {t('notices.member')}
          </Button>
        </Group>
      </Section>
    </DetailPanel>
  )
}

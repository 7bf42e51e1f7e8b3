import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { TrustText } from '../../../shared/trust/model.ts'
import { TEXT_STATE_NAMES, type TextKind } from '../../../shared/trust/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { TEXT_TONES } from '../tones.ts'
import { DraftDialog } from './DraftDialog.tsx'
import { TextPanel } from './TextPanel.tsx'
import styles from './trust.module.css'

function useColumns(): Column<TrustText>[] {
  const t = useT('trust')
  const nameOf = useName()
  return [
    {
      id: 'version',
      header: t('columns.version'),
      width: '110px',
      cell: ({ version }) => t('versionText', { version }),
    },
    { id: 'title', header: t('columns.title'), width: 'minmax(180px, 1fr)', cell: (row) => row.title },
    { id: 'from', header: t('columns.from'), width: '140px', cell: (row) => <InstantText at={row.fromAt} /> },
    {
      id: 'read',
      header: t('columns.read'),
      width: '90px',
      align: 'right',
      cell: ({ assents, people, state }) =>
        state === 'draft' ? t('none') : t('readOf', { done: assents, all: people }),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '110px',
      cell: ({ state }) => <StateBadge tone={TEXT_TONES[state]} label={nameOf(TEXT_STATE_NAMES[state])} />,
    },
  ]
}

/** S3-127 S3-134: every version of the rules or the undertaking, and who has read or signed it. */
export function TextsTab({ kind }: { kind: TextKind }) {
  const t = useT('trust')
  const mayDraft = useSession((state) => state.user?.role) !== 'agent'
  const [openId, setOpen] = useState<string | null>(null)
  const [isDrafting, setDrafting] = useState(false)
  const query = useQuery('trust.texts', { kind }, { topics: ['trust'] })
  const rows = query.data ?? []
  const open = rows.find(({ id }) => id === openId)
  const columns = useColumns()
  return (
    <>
      {mayDraft && (
        <div className={styles.filters}>
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setDrafting(true)}>
            {t(rows.length === 0 ? 'acts.draft' : 'acts.next')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t(kind === 'rules' ? 'tabs.rules' : 'tabs.undertakings')}
            columns={open ? columns.filter(({ id }) => id !== 'from' && id !== 'read') : columns}
            rows={queryRows(query, (all) => all)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty.texts')} text={t('empty.textsText')} />}
          />
        }
        detail={open ? <TextPanel key={open.id} row={open} onClose={() => setOpen(null)} /> : null}
      />
      {isDrafting && (
        <DraftDialog kind={kind} base={rows[0] ?? null} onClose={() => setDrafting(false)} onDone={setOpen} />
      )}
    </>
  )
}

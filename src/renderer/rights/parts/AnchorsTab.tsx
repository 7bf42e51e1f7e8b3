import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Anchor } from '../../../shared/rights/model.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { AnchorCompare } from './AnchorCompare.tsx'
import { AnchorPanel } from './AnchorPanel.tsx'
import styles from './rights.module.css'

/** Places of the audit chain that were sent out, and the comparison with one that comes back. */
export function AnchorsTab() {
  const t = useT('rights')
  const [keptBy, setKeptBy] = useState('')
  const [openRow, setOpenRow] = useState<Anchor | null>(null)
  const query = useQuery('rights.anchors', {}, { topics: ['rights'] })
  const send = useCommand('rights.sendAnchor')
  const sendOut = async () => {
    const place = await shell('shell.pickSave', { purpose: 'checkpoint', suggested: `audit-anchor-${today()}.txt` })
    if (!place.ok || place.value === null) return
    const result = await send.run({ keptBy, out: place.value.token })
    if (!result.ok) return
    setOpenRow(result.value)
    tellDone(t('saved'))
  }
  const columns: Column<Anchor>[] = [
    { id: 'at', header: t('anchors.sentAt'), width: '150px', cell: (row) => <InstantText at={row.sentAt} /> },
    {
      id: 'sequence',
      header: t('anchors.sequence'),
      width: '100px',
      align: 'right',
      cell: (row) => countText(row.sequence),
    },
    {
      id: 'hash',
      header: t('anchors.hash'),
      width: 'minmax(200px, 2fr)',
      cell: (row) => <span className="mono">{row.hash}</span>,
    },
    { id: 'kept', header: t('anchors.keptBy'), width: 'minmax(120px, 1fr)', cell: (row) => row.keptBy },
    { id: 'by', header: t('anchors.by'), width: '120px', cell: (row) => row.sentByName },
  ]
  return (
    <>
      <p className={styles.note}>{t('anchors.lead')}</p>
      <div className={styles.bar}>
        <TextInput
          label={t('anchors.keptBy')}
          value={keptBy}
          onChange={(event) => setKeptBy(event.currentTarget.value)}
        />
        <Button loading={send.isBusy} onClick={() => void sendOut()}>
          {t('anchors.send')}
        </Button>
      </div>
      <AnchorCompare />
      <SplitView
        list={
          <DataTable
            label={t('tabs.anchors')}
            columns={openRow ? columns.filter(({ id }) => id !== 'hash' && id !== 'by') : columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={setOpenRow}
            openKey={openRow?.id}
            empty={<EmptyState title={t('anchors.none')} />}
          />
        }
        detail={openRow ? <AnchorPanel key={openRow.id} anchor={openRow} onClose={() => setOpenRow(null)} /> : null}
      />
    </>
  )
}

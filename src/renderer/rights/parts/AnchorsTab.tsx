import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { Anchor } from '../../../shared/rights/model.ts'
import { call, shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, today } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './rights.module.css'

type Compared = Output<'rights.compareAnchor'>

/** Places of the audit chain that were sent out, and the comparison with one that comes back. */
export function AnchorsTab() {
  const t = useT('rights')
  const [keptBy, setKeptBy] = useState('')
  const [note, setNote] = useState<string | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)
  const query = useQuery('rights.anchors', {}, { topics: ['rights'] })
  const send = useCommand('rights.sendAnchor')
  const sendOut = async () => {
    const place = await shell('shell.pickSave', { purpose: 'checkpoint', suggested: `audit-anchor-${today()}.txt` })
    if (!place.ok || place.value === null) return
    const result = await send.run({ keptBy, out: place.value.token })
    if (!result.ok) return
    setNote(result.value.note)
    tellDone(t('saved'))
  }
  const compare = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'evidence' })
    if (!picked.ok || picked.value === null) return
    const result = await call('rights.compareAnchor', { file: picked.value.token })
    if (result.ok) setCompared(result.value)
    else tellFailure(result.failure)
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
        <Button variant="default" onClick={() => void compare()}>
          {t('anchors.compare')}
        </Button>
      </div>
      {compared && (
        <Alert
          color={compared.result === 'same' ? 'green' : 'red'}
          role={compared.result === 'same' ? 'status' : 'alert'}
        >
          {t(`anchors.results.${compared.result}`, {
            anchored: countText(compared.anchored ?? 0),
            present: countText(compared.present),
          })}
        </Alert>
      )}
      {note !== null && (
        <Alert title={t('anchors.note')} color="gray">
          <pre className={styles.note}>{note}</pre>
          <Group justify="flex-end">
            <Button size="compact-xs" variant="default" onClick={() => window.print()}>
              {t('anchors.print')}
            </Button>
          </Group>
        </Alert>
      )}
      <DataTable
        label={t('tabs.anchors')}
        columns={columns}
        rows={queryRows(query, (rows) => rows)}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('anchors.none')} />}
      />
    </>
  )
}

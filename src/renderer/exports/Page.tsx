import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDatabaseExport, IconFileCheck, IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExportRow } from '../../shared/exports/contract.ts'
import { shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { bytesText, countText, today } from '../ui/formats.ts'
import { useShortcut } from '../ui/keys.ts'
import { tellDone } from '../ui/notify.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { newJob, ProgressDialog } from '../ui/ProgressDialog.tsx'
import { queryRows } from '../ui/rows.ts'
import { InstantText } from '../ui/values.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { ExportForm } from './parts/ExportForm.tsx'
import { useVerify, VerifyReport } from './parts/Verify.tsx'

function useColumns(isNarrow: boolean): Column<ExportRow>[] {
  const t = useT('exports')
  const all: Column<ExportRow>[] = [
    { id: 'at', header: t('columns.at'), width: '140px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'actor', header: t('columns.actor'), width: 'minmax(104px, 0.6fr)', cell: (row) => row.actorName },
    { id: 'member', header: t('columns.member'), width: '130px', cell: (row) => row.memberCard ?? '' },
    { id: 'purpose', header: t('columns.purpose'), width: 'minmax(130px, 1.6fr)', cell: (row) => row.purpose },
    { id: 'requester', header: t('columns.requester'), width: 'minmax(90px, 0.8fr)', cell: (row) => row.requester },
    { id: 'file', header: t('columns.file'), width: 'minmax(110px, 1fr)', cell: (row) => row.fileName },
    { id: 'rows', header: t('columns.rows'), width: '70px', align: 'right', cell: (row) => countText(row.rows) },
  ]
  return isNarrow ? all.filter(({ id }) => id !== 'requester' && id !== 'file') : all
}

function useBackup() {
  const t = useT('exports')
  const [job, setJob] = useState<string | null>(null)
  const command = useCommand('admin.backup')
  const backup = async () => {
    const place = await shell('shell.pickSave', { purpose: 'backup', suggested: `vip-desk-${today()}.backup` })
    if (!place.ok || place.value === null) return
    const id = newJob()
    setJob(id)
    const result = await command.run({ out: place.value.token }, { job: id })
    setJob(null)
    if (result.ok) tellDone(t('backedUp', { name: result.value.fileName, size: bytesText(result.value.bytes) }))
  }
  return { backup, dialog: <ProgressDialog job={job} title={t('backingUp')} /> }
}

function ExportPanel({ row, onClose }: { row: ExportRow; onClose: () => void }) {
  const t = useT('exports')
  const title = t('detail', { name: row.fileName })
  const facts = [
    { label: t('columns.at'), value: <InstantText at={row.at} /> },
    { label: t('columns.actor'), value: row.actorName },
    { label: t('columns.member'), value: row.memberCard ?? '–' },
    { label: t('columns.requester'), value: row.requester },
    { label: t('columns.purpose'), value: row.purpose },
    { label: t('columns.rows'), value: countText(row.rows) },
    { label: t('sha'), value: <span className="mono">{row.sha256}</span> },
    { label: t('head'), value: <span className="mono">{row.head}</span> },
  ]
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={t('columns.file')}>
        <Facts facts={facts} columns={1} />
      </Section>
    </DetailPanel>
  )
}

/** Signed histories that were handed out, a check for bundles that come back, and backups of the store. */
export function Page({ params }: PageProps) {
  const t = useT('exports')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const card = typeof params.card === 'string' ? params.card : ''
  const [isOpen, form] = useDisclosure(card !== '')
  const [openRow, setOpenRow] = useState<ExportRow | null>(null)
  const query = useQuery('exports.list', {}, { topics: ['exports'] })
  const columns = useColumns(openRow !== null)
  const { verify, report, dialog: verifying } = useVerify()
  const { backup, dialog: backingUp } = useBackup()
  useShortcut(
    { id: 'exports.new', keys: 'alt+n', label: t('exportHistory'), group: t('title') },
    () => isManager && form.open(),
  )

  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Group gap="xs">
            <Button variant="default" leftSection={<IconDatabaseExport size={15} />} onClick={() => void backup()}>
              {t('backup')}
            </Button>
            <Button variant="default" leftSection={<IconFileCheck size={15} />} onClick={() => void verify()}>
              {t('verify')}
            </Button>
            {isManager && (
              <Button leftSection={<IconFileExport size={15} />} onClick={form.open}>
                {t('exportHistory')}
              </Button>
            )}
          </Group>
        }
      />
      <VerifyReport report={report} />
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={setOpenRow}
            openKey={openRow?.id}
            empty={<EmptyState title={t('empty')} />}
          />
        }
        detail={openRow ? <ExportPanel key={openRow.id} row={openRow} onClose={() => setOpenRow(null)} /> : null}
      />
      <ExportForm isOpen={isOpen} card={card} onClose={form.close} />
      {verifying}
      {backingUp}
    </div>
  )
}

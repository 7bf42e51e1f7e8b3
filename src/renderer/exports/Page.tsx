import { Alert, Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCertificate, IconDatabaseExport, IconFileCheck, IconFileExport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contracts.ts'
import { shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { bytesText, today } from '../ui/formats.ts'
import { useShortcut } from '../ui/keys.ts'
import { tellDone } from '../ui/notify.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { newJob, ProgressDialog } from '../ui/ProgressDialog.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { BackupsTab } from './parts/BackupsTab.tsx'
import { ExportForm } from './parts/ExportForm.tsx'
import { RegisterTab } from './parts/RegisterTab.tsx'
import { RequestsTab } from './parts/RequestsTab.tsx'
import { UnfinishedTab } from './parts/UnfinishedTab.tsx'
import { useVerify, VerifyReport } from './parts/Verify.tsx'

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

function useVerifier() {
  const t = useT('exports')
  const ui = useT('ui')
  const command = useCommand('exports.saveVerifier')
  const [saved, setSaved] = useState<Output<'exports.saveVerifier'> | null>(null)
  const save = async () => {
    const place = await shell('shell.pickSave', { purpose: 'copy', suggested: 'verify-bundle.mjs' })
    if (!place.ok || place.value === null) return
    const result = await command.run({ out: place.value.token })
    if (result.ok) setSaved(result.value)
  }
  const note = saved && (
    <Alert
      role="status"
      withCloseButton
      closeButtonLabel={ui('actions.close')}
      onClose={() => setSaved(null)}
      title={t('verifierSaved', { name: saved.fileName })}
    >
      {t('verifierKey')} <span className="mono">{saved.publicKey}</span>
    </Alert>
  )
  return { save, note }
}

const TABS = ['register', 'requests', 'unfinished', 'backups'] as const
type Tab = (typeof TABS)[number]

/** Signed histories that were handed out, a check for bundles that come back, and backups of the store. */
export function Page({ params }: PageProps) {
  const t = useT('exports')
  const left = useT('unfinishedExports')
  const backups = useT('backups')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const card = typeof params.card === 'string' ? params.card : ''
  const [isOpen, form] = useDisclosure(card !== '')
  const [tab, setTab] = useState<Tab>(params.tab === 'requests' || params.tab === 'backups' ? params.tab : 'register')
  // A link from the header leads to this very page: it opens its tab anew.
  useEffect(() => {
    if (params.tab === 'requests' || params.tab === 'backups') setTab(params.tab)
    if (params.tab === 'overdue') setTab('register')
  }, [params])
  const verifier = useVerifier()
  const unfinished = useQuery('exports.unfinished', {}, { topics: ['exports'], enabled: isManager })
  const count = unfinished.data?.length ?? 0
  const labels: Record<Tab, string> = {
    register: t('tabs.register'),
    requests: t('tabs.requests'),
    unfinished: count > 0 ? left('tabCount', { count }) : left('tab'),
    backups: backups('tab'),
  }
  const contents: Record<Tab, () => React.ReactNode> = {
    register: () => <RegisterTab key={JSON.stringify(params)} startsOverdue={params.tab === 'overdue'} />,
    requests: () => <RequestsTab />,
    unfinished: () => <UnfinishedTab query={unfinished} />,
    backups: () => <BackupsTab />,
  }
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
            <Button variant="default" leftSection={<IconCertificate size={15} />} onClick={() => void verifier.save()}>
              {t('saveVerifier')}
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
      {verifier.note}
      <PageTabs
        tabs={TABS.filter((id) => id !== 'unfinished' || isManager).map((id) => ({
          ...{ id, label: labels[id], content: contents[id] },
        }))}
        value={tab}
        onChange={setTab}
      />
      <ExportForm isOpen={isOpen} card={card} onClose={form.close} />
      {verifying}
      {backingUp}
    </div>
  )
}

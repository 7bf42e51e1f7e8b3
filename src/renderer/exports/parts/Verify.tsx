import { Alert, List, PasswordInput, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { call, shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { countText } from '../../ui/formats.ts'
import { tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'

type Report = Output<'exports.verify'>

/** What opens an encrypted bundle: an age identity by its form, otherwise a passphrase. */
function keyOf(text: string) {
  if (text === '') return {}
  return /AGE-SECRET-KEY-/i.test(text) ? { identity: text } : { passphrase: text }
}

/** Checks a bundle that somebody brings along, as a stranger could; asks for the key of an encrypted one. */
export function useVerify() {
  const t = useT('exports')
  const [job, setJob] = useState<string | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const [locked, setLocked] = useState<string | null>(null)
  const check = async (file: string, key: string) => {
    const id = newJob()
    setJob(id)
    const result = await call('exports.verify', { file, ...keyOf(key) }, { job: id })
    setJob(null)
    if (!result.ok) return tellFailure(result.failure)
    const isLocked = result.value.problems.some(({ code }) => code === 'encrypted')
    setLocked(isLocked ? file : null)
    setReport(isLocked && key === '' ? null : result.value)
  }
  const verify = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'bundle' })
    if (picked.ok && picked.value !== null) await check(picked.value.token, '')
  }
  const dialog = (
    <>
      <ProgressDialog job={job} title={t('verifying')} />
      {locked !== null && <KeyDialog onOpen={(key) => check(locked, key)} onClose={() => setLocked(null)} />}
    </>
  )
  return { verify, report, dialog }
}

function KeyDialog({ onOpen, onClose }: { onOpen: (key: string) => Promise<void>; onClose: () => void }) {
  const t = useT('exports')
  const [key, setKey] = useState('')
  return (
    <FormDialog
      keep={null}
      title={t('unlock.title')}
      save={t('unlock.open')}
      failure={undefined}
      isBusy={false}
      isReady={key !== ''}
      onSave={() => onOpen(key)}
      onClose={onClose}
    >
      <Stack gap="xs">
        <PasswordInput
          label={t('unlock.key')}
          description={t('unlock.hint')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          data-autofocus
        />
      </Stack>
    </FormDialog>
  )
}

/** What the check found. */
export function VerifyReport({ report }: { report: Report | null }) {
  const t = useT('exports')
  if (!report) return null
  if (report.ok) {
    return (
      <Alert color="green" role="status" title={t('verified', { rows: countText(report.rows) })}>
        {t(report.isOurs ? 'verifiedOurs' : 'verifiedForeign')}
      </Alert>
    )
  }
  return (
    <Alert color="red" role="alert" title={t('broken', { count: report.problems.length })}>
      <List size="sm">
        {report.problems.slice(0, 10).map(({ code, file, detail }) => (
          <List.Item key={`${code} ${file ?? ''} ${detail}`}>{[file, detail].filter(Boolean).join(': ')}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

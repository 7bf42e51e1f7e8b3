import { Alert, List } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { call, shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'

type Report = Output<'exports.verify'>

/** Checks a bundle that somebody brings along, as a stranger could. */
export function useVerify() {
  const t = useT('exports')
  const [job, setJob] = useState<string | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const verify = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'bundle' })
    if (!picked.ok || picked.value === null) return
    const id = newJob()
    setJob(id)
    const result = await call('exports.verify', { file: picked.value.token }, { job: id })
    setJob(null)
    if (result.ok) setReport(result.value)
    else tellFailure(result.failure)
  }
  return { verify, report, dialog: <ProgressDialog job={job} title={t('verifying')} /> }
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

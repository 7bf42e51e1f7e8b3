import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { bytesText } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useCommand } from '../../use-command.ts'
import { failureOf } from './backup-words.ts'

/** Makes a backup by the plan at once; one that fails stands in the list too. */
export function BackUpNow() {
  const t = useT('backups')
  const [job, setJob] = useState<string | null>(null)
  const command = useCommand('backups.run')
  const run = async () => {
    const mine = newJob()
    setJob(mine)
    const result = await command.run({}, { job: mine })
    setJob(null)
    if (!result.ok) return
    if (result.value.outcome === 'failed') return tellFailure(failureOf(result.value))
    const { fileName: name, bytes } = result.value
    tellDone(t('made', { name, size: bytesText(bytes) }))
  }
  return (
    <>
      <Button variant="default" onClick={() => void run()}>
        {t('now')}
      </Button>
      <ProgressDialog job={job} title={t('making')} />
    </>
  )
}

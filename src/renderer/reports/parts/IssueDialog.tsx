import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReportPeriod } from '../../../shared/reports/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { period: ReportPeriod | null; onClose: () => void; onIssued: (id: string) => void }

/** S1-60: asks before a report is frozen as it is handed out. */
export function IssueDialog({ period, onClose, onIssued }: Props) {
  const t = useT('reports')
  const u = useT('ui')
  return (
    <Modal
      opened={period !== null}
      onClose={onClose}
      title={t('issue.title', { key: period?.key ?? '' })}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      {period && <Form period={period} onClose={onClose} onIssued={onIssued} />}
    </Modal>
  )
}

function Form({ period, onClose, onIssued }: Props & { period: ReportPeriod }) {
  const t = useT('reports')
  const u = useT('ui')
  const [note, setNote] = useState('')
  const [job, setJob] = useState<string | null>(null)
  const issue = useCommand('reports.issue', { quiet: true })
  const submit = async () => {
    if (issue.isBusy) return
    const mine = newJob()
    setJob(mine)
    const result = await issue.run({ kind: period.kind, period: period.key, note }, { job: mine })
    setJob(null)
    if (!result.ok) return
    tellDone(t('issue.done', { number: result.value.number }))
    onIssued(result.value.id)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('issue.text')}</Text>
        <FailureAlert failure={issue.failure} />
        <TextArea
          keep={{ kind: 'reports-issue-dialog-note', subject: 'new' }}
          label={t('issue.note')}
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {u('actions.cancel')}
          </Button>
          <Button type="submit" loading={issue.isBusy}>
            {t('issue.action')}
          </Button>
        </Group>
      </Stack>
      <ProgressDialog job={job} title={t('counting')} />
    </form>
  )
}

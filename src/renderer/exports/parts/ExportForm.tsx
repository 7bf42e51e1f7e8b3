import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/session/model.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useCommand } from '../../use-command.ts'
import { MemberSelect } from './MemberSelect.tsx'

type Props = { isOpen: boolean; card: string; onClose: () => void }

function Form({ card, onClose }: Omit<Props, 'isOpen'>) {
  const t = useT('exports')
  const ui = useT('ui')
  const [memberId, setMemberId] = useState<MemberId | null>(null)
  const [purpose, setPurpose] = useState('')
  const [requester, setRequester] = useState('')
  const [leavesMainland, setLeaves] = useState(false)
  const [approval, setApproval] = useState('')
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [job, setJob] = useState<string | null>(null)
  const run = useCommand('exports.history', { quiet: true })
  const canSend = memberId !== null && purpose.trim() !== '' && requester.trim() !== ''
  const submit = async () => {
    if (memberId === null || run.isBusy) return
    const place = await shell('shell.pickSave', { purpose: 'history', suggested: `history-${card || 'member'}.zip` })
    if (!place.ok || place.value === null) return
    const id = newJob()
    setJob(id)
    const extra = leavesMainland ? { leavesMainland, approval } : {}
    const result = await run.run(
      { memberId, purpose, requester, language, out: place.value.token, ...extra },
      { job: id },
    )
    setJob(null)
    if (!result.ok) return
    tellDone(t('exported', { name: result.value.fileName, rows: countText(result.value.rows) }))
    onClose()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <FailureAlert failure={run.failure} />
        <MemberSelect value={memberId} onChange={setMemberId} startWith={card} error={run.fieldErrors.memberId} />
        <Textarea
          label={t('form.purpose')}
          description={t('form.purposeHint')}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          error={run.fieldErrors.purpose}
          autosize
          minRows={2}
          required
        />
        <TextInput
          label={t('form.requester')}
          description={t('form.requesterHint')}
          value={requester}
          onChange={(event) => setRequester(event.currentTarget.value)}
          error={run.fieldErrors.requester}
          required
        />
        <Checkbox
          label={t('form.abroad')}
          checked={leavesMainland}
          onChange={(event) => setLeaves(event.currentTarget.checked)}
        />
        {leavesMainland && (
          <TextInput
            label={t('form.approval')}
            value={approval}
            onChange={(event) => setApproval(event.currentTarget.value)}
            required
          />
        )}
        <SegmentedControl
          aria-label={t('form.language')}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          value={language}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={run.isBusy} disabled={!canSend}>
            {t('form.submit')}
          </Button>
        </Group>
      </Stack>
      <ProgressDialog job={job} title={t('exporting')} />
    </form>
  )
}

/** Asks whose history, why and for whom, then writes the signed bundle where the person says (S3-133). */
export function ExportForm({ isOpen, card, onClose }: Props) {
  const t = useT('exports')
  const ui = useT('ui')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('exportHistory')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      {isOpen && <Form card={card} onClose={onClose} />}
    </Modal>
  )
}

import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { type CopyDraft, CopyFields, copyInput, isCopyReady } from './CopyFields.tsx'
import { ExportAlert } from './ExportAlert.tsx'
import { EMPTY_SCOPE, ScopeFields, scopeOf } from './ScopeFields.tsx'
import { tellExported } from './tell-exported.ts'

type Props = { isOpen: boolean; card: string; onClose: () => void }

function Form({ card, onClose }: Omit<Props, 'isOpen'>) {
  const t = useT('exports')
  const ui = useT('ui')
  const [scopeDraft, setScope] = useState(EMPTY_SCOPE)
  const [copy, setCopy] = useState<CopyDraft>({
    ...{ profile: 'archive', destroyBy: null, encryption: 'none', passphrase: '', keys: '' },
    ...{ leavesMainland: false, approval: '', language: useLanguage() },
  })
  const [purpose, setPurpose] = useState('')
  const [requester, setRequester] = useState('')
  const [job, setJob] = useState<string | null>(null)
  const scope = scopeOf(scopeDraft)
  const size = useQuery(
    'exports.measure',
    { scope: scope ?? { kind: 'period', from: 0, to: 1 }, profile: copy.profile },
    { enabled: scope !== null },
  )
  const run = useCommand('exports.selection', { quiet: true })
  const ask = useCommand('exports.ask', { quiet: true })
  const measured = scope === null ? undefined : size.data
  const reasons = measured?.reasons ?? []
  const canSend = scope !== null && purpose.trim() !== '' && requester.trim() !== '' && isCopyReady(copy)
  const isBusy = run.isBusy || ask.isBusy
  const request = async () => {
    if (scope === null) return
    const result = await ask.run({ scope, profile: copy.profile, purpose, requester })
    if (!result.ok) return
    tellDone(t('asked'))
    onClose()
  }
  const submit = async () => {
    if (scope === null || isBusy) return
    if (reasons.length > 0) return request()
    const isSealed = copy.encryption !== 'none'
    const suggested = `history-${card || scope.kind}.zip${isSealed ? '.age' : ''}`
    const place = await shell('shell.pickSave', { purpose: isSealed ? 'copy' : 'history', suggested })
    if (!place.ok || place.value === null) return
    const id = newJob()
    setJob(id)
    const input = { scope, purpose, requester, out: place.value.token, ...copyInput(copy) }
    const result = await run.run(input, { job: id })
    setJob(null)
    if (!result.ok) return
    tellExported(result.value)
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
        <ExportAlert failure={run.failure ?? ask.failure ?? size.failure} />
        <ScopeFields value={scopeDraft} onChange={setScope} startWith={card} />
        <TextArea
          keep={{ kind: 'exports-export-form-purpose', subject: card || 'new' }}
          label={t('form.purpose')}
          description={t('form.purposeHint')}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          error={run.fieldErrors.purpose}
          minRows={1}
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
        <CopyFields value={copy} onChange={setCopy} />
        {measured && (
          <Alert color={reasons.length > 0 ? 'orange' : 'blue'} role="status">
            {t('measured', { rows: countText(measured.rows) })}
            {reasons.length > 0 &&
              ` ${t('needsSecond', { reasons: reasons.map((one) => t(`reasons.${one}`)).join('、') })}`}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!canSend}>
            {t(reasons.length > 0 ? 'form.ask' : 'form.submit')}
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
      size="lg"
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      {isOpen && <Form card={card} onClose={onClose} />}
    </Modal>
  )
}

import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallName } from '../../../shared/contracts.ts'
import type { DraftKey } from '../../../shared/drafts/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { Command } from '../../use-command.ts'

type Props = {
  label: string
  keep: DraftKey
  hint: string
  save: string
  command: Pick<Command<CallName>, 'failure' | 'fieldErrors' | 'isBusy'>
  onSend: (reason: string) => Promise<void>
  onClose: () => void
}

/** The reason for taking a kept file away, with the two ways out. */
export function ReasonForm({ label, keep, hint, save, command, onSend, onClose }: Props) {
  const ui = useT('ui')
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend(reason)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextArea
          keep={keep}
          data-autofocus
          label={label}
          description={hint}
          withAsterisk
          minRows={3}
          maxLength={500}
          value={reason}
          error={command.fieldErrors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureAlert failure={command.failure?.code === 'INVALID_INPUT' ? undefined : command.failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={command.isBusy}>
            {save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Button, Group, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallName } from '../../../shared/contracts.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import type { Command } from '../../use-command.ts'

type Props = {
  label: string
  hint: string
  save: string
  command: Pick<Command<CallName>, 'failure' | 'fieldErrors' | 'isBusy'>
  onSend: (reason: string) => Promise<void>
  onClose: () => void
}

/** The reason for taking a kept file away, with the two ways out. */
export function ReasonForm({ label, hint, save, command, onSend, onClose }: Props) {
  const ui = useT('ui')
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend(reason)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={label}
          description={hint}
          withAsterisk
          rows={3}
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

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallBack } from '../../../shared/calls/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'

type Props = { shown: CallBack | null; onClose: () => void }

/** Ends a call-back with what came of it. */
export function CloseCallBack({ shown, onClose }: Props) {
  const t = useT('calls')
  const ui = useT('ui')
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title={t('closeDialog.title')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size={420}
    >
      {shown && <CloseForm key={shown.id} id={shown.id} onClose={onClose} />}
    </Modal>
  )
}

function CloseForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('calls')
  const ui = useT('ui')
  const close = useCommand('calls.closeCallBack')
  const [outcome, setOutcome] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await close.run({ id, outcome })
    if (!result.ok) return
    tellDone(t('told.closed'))
    onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={t('closeDialog.outcome')}
          description={t('closeDialog.hint')}
          withAsterisk
          rows={3}
          maxLength={500}
          value={outcome}
          error={close.fieldErrors.outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={close.isBusy}>
            {t('actions.close')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

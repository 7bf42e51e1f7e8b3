import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { EvidenceRow } from '../../../shared/evidence/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { piece: EvidenceRow | null; onClose: () => void }

/** Withdraws a piece with its reason; the original stays. */
export function WithdrawDialog({ piece, onClose }: Props) {
  const t = useT('evidence')
  const ui = useT('ui')
  return (
    <Modal
      opened={piece !== null}
      onClose={onClose}
      title={piece ? t('withdrawTitle', { name: piece.name }) : ''}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size={440}
    >
      {piece && <WithdrawForm key={piece.id} id={piece.id} onClose={onClose} />}
    </Modal>
  )
}

function WithdrawForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('evidence')
  const ui = useT('ui')
  const [reason, setReason] = useState('')
  const withdraw = useCommand('evidence.withdraw', { quiet: true })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await withdraw.run({ id, reason })
    if (done.ok) onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={t('reason')}
          description={t('withdrawHint')}
          withAsterisk
          rows={3}
          maxLength={500}
          value={reason}
          error={withdraw.fieldErrors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureAlert failure={withdraw.failure?.code === 'INVALID_INPUT' ? undefined : withdraw.failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={withdraw.isBusy}>
            {t('withdraw')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Modal } from '@mantine/core'
import type { EvidenceRow } from '../../../shared/evidence/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../use-command.ts'
import { ReasonForm } from './ReasonForm.tsx'

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
  const withdraw = useCommand('evidence.withdraw', { quiet: true })
  const send = async (reason: string) => {
    const done = await withdraw.run({ id, reason })
    if (done.ok) onClose()
  }
  return (
    <ReasonForm
      label={t('reason')}
      keep={{ kind: 'evidence-withdraw', subject: id }}
      hint={t('withdrawHint')}
      save={t('withdraw')}
      command={withdraw}
      onSend={send}
      onClose={onClose}
    />
  )
}

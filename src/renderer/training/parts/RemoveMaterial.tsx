import { Modal } from '@mantine/core'
import type { TrainingMaterial } from '../../../shared/training/materials.ts'
import { ReasonForm } from '../../evidence/parts/ReasonForm.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../use-command.ts'

type Props = { row: TrainingMaterial | null; onClose: () => void; onRemoved: () => void }

/** Removes a file of a training with the reason, which stays. */
export function RemoveMaterial({ row, onClose, onRemoved }: Props) {
  const t = useT('training')
  const ui = useT('ui')
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={row ? t('materials.removeFor', { name: row.name }) : ''}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size={440}
    >
      {row && <RemoveForm key={row.id} id={row.id} onClose={onClose} onRemoved={onRemoved} />}
    </Modal>
  )
}

function RemoveForm({ id, onClose, onRemoved }: Omit<Props, 'row'> & { id: string }) {
  const t = useT('training')
  const remove = useCommand('training.removeMaterial', { quiet: true })
  const send = async (reason: string) => {
    const done = await remove.run({ id, reason })
    if (done.ok) onRemoved()
  }
  return (
    <ReasonForm
      label={t('materials.reason')}
      keep={{ kind: 'training-material-remove', subject: id }}
      hint={t('materials.removeHint')}
      save={t('materials.remove')}
      command={remove}
      onSend={send}
      onClose={onClose}
    />
  )
}

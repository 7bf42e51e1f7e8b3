import { modals } from '@mantine/modals'
import { say } from '../i18n/use-t.ts'

type Question = {
  title: string
  text: string
  /** What the confirming button says: the deed itself, not "OK". */
  confirm?: string
  danger?: boolean
}

/** Asks before something that is hard to take back; true when the person says yes. */
export function confirmDialog({ title, text, confirm, danger = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: text,
      labels: { confirm: confirm ?? say('ui', 'actions.confirm'), cancel: say('ui', 'actions.cancel') },
      confirmProps: { color: danger ? 'red.8' : 'desk', 'data-autofocus': !danger || undefined },
      cancelProps: { 'data-autofocus': danger || undefined },
      closeButtonProps: { 'aria-label': say('ui', 'actions.close') },
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    })
  })
}

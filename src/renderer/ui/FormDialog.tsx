import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DraftKey } from '../../shared/drafts/model.ts'
import type { Failure } from '../../shared/failure.ts'
import { KeepLines } from '../drafts/KeepLines.tsx'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from './FailureAlert.tsx'

type Props = {
  title: string
  /** Width in pixels of a form with many fields. */
  size?: number
  save: string
  failure: Failure | undefined
  isBusy: boolean
  isReady: boolean
  onSave: () => Promise<void>
  onClose: () => void
  /** Under which name its one-line texts are kept while they are typed; null where it has none or none may be kept. */
  keep: DraftKey | null
  children: ReactNode
}

/** A form in a dialog: its fields, what was refused, and the two ways out. */
export function FormDialog({ title, size, save, failure, isBusy, isReady, onSave, onClose, keep, children }: Props) {
  const u = useT('ui')
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size ?? 'lg'}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isBusy) void onSave()
        }}
      >
        <Stack gap="sm">
          <FailureAlert failure={failure} />
          {children}
          {keep && <KeepLines {...keep} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {u('actions.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isReady}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { IconPhoneOutgoing, IconPhoneRinging } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { startCall, useCalls } from '../store.ts'

type Props = { isOpen: boolean; onClose: () => void }

/** Notes a call that rings, or begins one, by its number. */
export function StartDialog({ isOpen, onClose }: Props) {
  const t = useT('calls')
  const ui = useT('ui')
  return (
    <Modal
      // People type the number at once: the field must be there for its first digit.
      transitionProps={{ duration: 0 }}
      opened={isOpen}
      onClose={onClose}
      title={t('dialog.title')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size={380}
    >
      <StartForm />
    </Modal>
  )
}

function StartForm() {
  const t = useT('calls')
  const isBusy = useCalls((state) => state.isBusy)
  const [direction, setDirection] = useState<'inbound' | 'outbound'>('inbound')
  const [phone, setPhone] = useState('')
  const isInbound = direction === 'inbound'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void startCall({ direction, phone })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('dialog.direction')}
          value={direction}
          onChange={(value) => setDirection(value === 'outbound' ? 'outbound' : 'inbound')}
          data={[
            { value: 'inbound', label: t('dialog.inbound') },
            { value: 'outbound', label: t('dialog.outbound') },
          ]}
        />
        <TextInput
          data-autofocus
          label={t('dialog.phone')}
          description={isInbound ? t('dialog.phoneHint') : undefined}
          inputMode="tel"
          autoComplete="off"
          maxLength={40}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={isBusy}
            leftSection={isInbound ? <IconPhoneRinging size={15} /> : <IconPhoneOutgoing size={15} />}
          >
            {t(isInbound ? 'dialog.ring' : 'dialog.dial')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Button, List, Stack, Text } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { BindDialog } from './BindDialog.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'

type Device = NonNullable<Output<'keys.state'>['device']>

const POINTS = ['recovery', 'backups', 'commands', 'limit'] as const

/** Whether the store opens on this computer only, what that means, and the way to change it. */
export function DeviceSection({ device }: { device: Device }) {
  const t = useT('keys')
  const [isOpen, setOpen] = useState(false)
  const { isBound, keychain } = device
  const facts = [
    { label: t('device.state'), value: isBound ? t('device.bound') : t('device.unbound') },
    ...(keychain ? [{ label: t('device.keychain'), value: t(`device.keychains.${keychain}`) }] : []),
  ]
  const change = (
    <Button
      variant={isBound ? 'default' : 'filled'}
      leftSection={<IconDeviceDesktop size={15} />}
      disabled={!isBound && keychain === null}
      onClick={() => setOpen(true)}
    >
      {isBound ? t('device.release') : t('device.bind')}
    </Button>
  )
  const close = () => setOpen(false)
  return (
    <Section level={2} title={t('device.title')} actions={change}>
      <Stack gap="sm">
        <Text size="sm">{t('device.about')}</Text>
        <Facts columns={3} facts={facts} />
        {keychain === null && <Text size="sm">{t('device.none')}</Text>}
        <List size="sm" spacing={4}>
          {POINTS.map((point) => (
            <List.Item key={point}>{t(`device.points.${point}`)}</List.Item>
          ))}
        </List>
      </Stack>
      {isOpen && (isBound ? <ReleaseDialog onClose={close} /> : <BindDialog onClose={close} />)}
    </Section>
  )
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconFileText, IconTestPipe } from '@tabler/icons-react'
import { useState } from 'react'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { InstantText } from '../../ui/values.tsx'
import { RenewRecoveryDialog } from './RenewRecoveryDialog.tsx'
import { TestRecoveryDialog } from './TestRecoveryDialog.tsx'

type Props = { since: Instant; needsSecond: boolean }

/** The recovery key on paper: since when, whether it opens the store, and the way to a new one. */
export function RecoverySection({ since, needsSecond }: Props) {
  const t = useT('keys')
  const [open, setOpen] = useState<'renew' | 'test' | null>(null)
  const close = () => setOpen(null)
  const actions = (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconTestPipe size={15} />} onClick={() => setOpen('test')}>
        {t('recovery.test')}
      </Button>
      <Button variant="default" leftSection={<IconFileText size={15} />} onClick={() => setOpen('renew')}>
        {t('recovery.renew')}
      </Button>
    </Group>
  )
  return (
    <Section level={2} title={t('recovery.title')} actions={actions}>
      <Stack gap="sm">
        <Text size="sm">{t('recovery.about')}</Text>
        <Facts columns={3} facts={[{ label: t('recovery.since'), value: <InstantText at={since} /> }]} />
      </Stack>
      {open === 'renew' && <RenewRecoveryDialog needsSecond={needsSecond} onClose={close} />}
      {open === 'test' && <TestRecoveryDialog onClose={close} />}
    </Section>
  )
}

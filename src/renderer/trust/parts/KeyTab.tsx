import { Alert, Button, List, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { bytesText, countText } from '../../ui/formats.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { DeviceSection } from './DeviceSection.tsx'
import { RecoverySection } from './RecoverySection.tsx'
import { RenewKeyDialog } from './RenewKeyDialog.tsx'
import styles from './trust.module.css'

const POINTS = ['all', 'people', 'wait', 'backups'] as const

/** Which data key is in use, what a new one means, and the way to it. */
export function KeyTab() {
  const t = useT('keys')
  const [isOpen, setOpen] = useState(false)
  const { data, failure } = useQuery('keys.state', {}, { topics: ['trust'] })
  return (
    <div className={styles.key}>
      <FailureAlert failure={failure} />
      <Text size="sm">{t('about')}</Text>
      {data && <KeyInUse state={data} onRenew={() => setOpen(true)} />}
      <Alert variant="light" title={t('whatTitle')}>
        <List size="sm" spacing={4}>
          {POINTS.map((point) => (
            <List.Item key={point}>{t(`what.${point}`)}</List.Item>
          ))}
        </List>
      </Alert>
      {data && <RecoverySection since={data.recoverySince} needsSecond={data.needsSecond} />}
      {data?.device && <DeviceSection device={data.device} />}
      {isOpen && data && <RenewKeyDialog needsSecond={data.needsSecond} onClose={() => setOpen(false)} />}
    </div>
  )
}

function KeyInUse({ state, onRenew }: { state: Output<'keys.state'>; onRenew: () => void }) {
  const t = useT('keys')
  const { generation, since, bytes, free, sealed } = state
  const facts = [
    { label: t('facts.generation'), value: countText(generation) },
    { label: t('facts.since'), value: <InstantText at={since} /> },
    { label: t('facts.sealed'), value: countText(sealed) },
    { label: t('facts.bytes'), value: bytes === null ? t('onServer') : bytesText(bytes) },
    ...(free === null ? [] : [{ label: t('facts.free'), value: bytesText(free) }]),
  ]
  const renew = (
    <Button leftSection={<IconKey size={15} />} onClick={onRenew}>
      {t('renew')}
    </Button>
  )
  return (
    <Section level={2} title={t('now')} actions={renew}>
      <Facts columns={3} facts={facts} />
    </Section>
  )
}

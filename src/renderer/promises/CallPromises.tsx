import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHeartHandshake } from '@tabler/icons-react'
import type { CallId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import { Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { useQuery } from '../use-query.ts'
import { Promised } from './Promised.tsx'

const useCallPromises = (callId: CallId) =>
  useQuery('promises.of', { callId }, { topics: ['cases'], clearOnChange: true })

/** What was promised in a call, below what else is known of it. */
export function CallPromises({ callId }: { callId: CallId }) {
  const t = useT('promises')
  const query = useCallPromises(callId)
  return (
    <Section title={t('title')}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <Promised about={{ callId }} all={query.data ?? []} withCase />
    </Section>
  )
}

/** Records a promise while the customer is still on the line; the button counts what was promised so far. */
export function CallPromiseButton({ callId }: { callId: CallId }) {
  const t = useT('promises')
  const u = useT('ui')
  const query = useCallPromises(callId)
  const [isOpen, dialog] = useDisclosure(false)
  const all = query.data ?? []
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconHeartHandshake size={14} aria-hidden />}
        onClick={dialog.open}
      >
        {all.length === 0 ? t('make') : t('inCall', { count: all.length })}
      </Button>
      <Modal
        transitionProps={{ duration: 0 }}
        opened={isOpen}
        onClose={dialog.close}
        title={t('title')}
        closeButtonProps={{ 'aria-label': u('actions.close') }}
        size={640}
      >
        <FailureAlert failure={query.failure} onRetry={query.reload} />
        <Promised about={{ callId }} all={all} withCase opensForm={all.length === 0} />
      </Modal>
    </>
  )
}

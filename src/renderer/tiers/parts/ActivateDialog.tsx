import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { StoredProgramme } from '../../../shared/tiers/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { side } from '../rule-text.ts'

type Props = { base: StoredProgramme | null; onDone: (made: StoredProgramme | null) => void }

/** Puts a programme in force as it is, from a day on. */
export function ActivateDialog({ base, onDone }: Props) {
  const t = useT('tiers')
  const ui = useT('ui')
  const [from, setFrom] = useState(today())
  const activate = useCommand('tiers.activate', { quiet: true })
  const submit = async () => {
    if (!base) return
    const result = await activate.run({ policyId: base.id, effectiveFrom: from })
    if (!result.ok) return
    tellDone(t('programme.activated'))
    onDone(result.value)
  }
  return (
    <Modal
      opened={base !== null}
      onClose={() => onDone(null)}
      title={t('programme.activateTitle', { name: base?.policy.name[side()] ?? '' })}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('programme.activateText')}</Text>
        <DayField
          label={t('programme.effectiveFrom')}
          value={from}
          min={today()}
          onChange={(day) => setFrom(day ?? today())}
          data-autofocus
        />
        <FailureAlert failure={activate.failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onDone(null)}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={activate.isBusy} onClick={() => void submit()}>
            {t('programme.activate')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import { MEMBER_TIERS, type MemberTier } from '../../../shared/tiers/model.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { memberId: MemberId; isOpen: boolean; onClose: () => void }

/** A manager's decision about a member's tier, with the reason and its end (S3-30). */
export function SetTier({ memberId, isOpen, onClose }: Props) {
  const t = useT('tiers')
  const ui = useT('ui')
  const [tier, setTier] = useState<MemberTier>('silver')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<Day | null>(null)
  const set = useCommand('tiers.setManual', { quiet: true })
  const submit = async () => {
    const result = await set.run({ memberId, tier, reason, until })
    if (!result.ok) return
    tellDone(t('member.saved'))
    setReason('')
    onClose()
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('member.setTitle')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') void submit()
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('member.tier')}
            allowDeselect={false}
            data={MEMBER_TIERS.map((one) => ({ value: one, label: ui(`tiers.${one}`) }))}
            value={tier}
            onChange={(value) => setTier(MEMBER_TIERS.find((one) => one === value) ?? tier)}
            data-autofocus
          />
          <TextArea
            keep={{ kind: 'tiers-set-tier-reason', subject: memberId }}
            label={t('member.reason')}
            required
            maxLength={500}
            minRows={2}
            value={reason}
            error={set.fieldErrors.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DayField label={t('member.until')} value={until} min={today()} onChange={setUntil} />
          <FailureAlert failure={set.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui('actions.cancel')}
            </Button>
            <Button type="submit" loading={set.isBusy} disabled={reason.trim() === ''}>
              {ui('actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

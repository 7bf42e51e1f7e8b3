import { Alert, Button, Group, NumberInput, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ExportLimits, LimitsProposal } from '../../../shared/exports/limits.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

const shown = ({ rows, people }: ExportLimits) => ({ rows: countText(rows), people: countText(people) })

/** From when on an export needs a second person, and a change of it that waits for one. */
export function LimitsLine() {
  const t = useT('exports')
  const { data } = useQuery('exports.limits', {}, { topics: ['exports'] })
  const mayPropose = useSession((state) => state.user?.role === 'manager')
  const [isOpen, form] = useDisclosure(false)
  if (!data) return null
  const waiting = data.proposals.find(({ state }) => state === 'asked')
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{t('limits.now', shown(data.now))}</Text>
        <Text size="sm" c="dimmed">
          {t(data.isDefault ? 'limits.isDefault' : 'limits.agreed')}
        </Text>
        {mayPropose && (
          <Button size="compact-sm" variant="default" onClick={form.open}>
            {t('limits.change')}
          </Button>
        )}
      </Group>
      {waiting && <Waiting proposal={waiting} />}
      {isOpen && <ChangeForm now={data.now} onClose={form.close} />}
    </>
  )
}

function Waiting({ proposal }: { proposal: LimitsProposal }) {
  const t = useT('exports')
  const { id, askedBy, askedByMe, reason } = proposal
  const command = useCommand('exports.decideLimits')
  const decide = (isApproved: boolean) => async (note: string) => {
    const result = await command.run({ id, isApproved, note })
    if (result.ok) tellDone(t('limits.decided', shown(result.value)))
    return result.ok
  }
  return (
    <>
      <Alert color="yellow" role="status" title={t('limits.waits')}>
        <Text size="sm">{t('limits.asked', { name: askedBy, reason, ...shown(proposal) })}</Text>
      </Alert>
      {!askedByMe && (
        <TextAct
          keep={{ kind: 'exports-waiting-decision-note', subject: proposal.id }}
          label={t('decisionNote')}
          buttons={[
            { label: t('approve'), onSend: decide(true), isBusy: command.isBusy, isMain: true },
            { label: t('refuse'), onSend: decide(false), isBusy: command.isBusy },
          ]}
        />
      )}
    </>
  )
}

const numberIn = (typed: string | number) => (typeof typed === 'number' ? typed : null)

function ChangeForm({ now, onClose }: { now: ExportLimits; onClose: () => void }) {
  const t = useT('exports')
  const [rows, setRows] = useState<number | null>(now.rows)
  const [people, setPeople] = useState<number | null>(now.people)
  const [reason, setReason] = useState('')
  const command = useCommand('exports.proposeLimits', { quiet: true })
  const onSave = async () => {
    if (rows === null || people === null) return
    const { ok } = await command.run({ rows, people, reason })
    if (!ok) return
    tellDone(t('limits.proposed'))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('limits.title')}
      save={t('limits.propose')}
      failure={command.failure}
      isBusy={command.isBusy}
      isReady={rows !== null && people !== null && reason.trim() !== ''}
      onSave={onSave}
      onClose={onClose}
    >
      <NumberInput
        hideControls
        data-autofocus
        label={t('limits.rows')}
        withAsterisk
        allowDecimal={false}
        value={rows ?? ''}
        error={command.fieldErrors.rows}
        onChange={(typed) => setRows(numberIn(typed))}
      />
      <NumberInput
        hideControls
        label={t('limits.people')}
        withAsterisk
        allowDecimal={false}
        value={people ?? ''}
        error={command.fieldErrors.people}
        onChange={(typed) => setPeople(numberIn(typed))}
      />
      <TextArea
        keep={{ kind: 'exports-change-form-reason', subject: 'new' }}
        label={t('limits.reason')}
        withAsterisk
        maxLength={500}
        value={reason}
        error={command.fieldErrors.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

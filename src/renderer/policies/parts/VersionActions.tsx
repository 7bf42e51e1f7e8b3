import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { PolicyDetail } from '../../../shared/policies/model.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import styles from '../policies.module.css'
import { BacktestDialog } from './BacktestDialog.tsx'

type Props = { detail: PolicyDetail; onOpen: (id: string) => void; onEdit: (id: string) => void }
type Deed = 'submit' | 'approve' | 'reject' | 'withdraw'

/** What the person who asks may do with a version in its state. */
export function VersionActions({ detail, onOpen, onEdit }: Props) {
  const t = useT('policies')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [deed, setDeed] = useState<Deed | 'draft' | 'backtest' | null>(null)
  const { state, kind, isOwn } = detail
  // The tiers are changed on a page of their own; what a workflow would have come to cannot be known.
  const isDrafted = kind !== 'tiers'
  const isTried = kind === 'targets' || kind === 'compensation'
  const isEditable = state === 'draft' || state === 'rejected'
  const isDecided = state === 'submitted' && isManager && !isOwn
  const button = (name: Deed, props: object = {}) => (
    <Button variant="default" onClick={() => setDeed(name)} {...props}>
      {t(`actions.${name}`)}
    </Button>
  )
  return (
    <>
      <div className={styles.line}>
        {isEditable && isDrafted && (
          <Button variant="default" onClick={() => onEdit(detail.id)}>
            {t('actions.edit')}
          </Button>
        )}
        {isEditable && button('submit', { variant: 'filled' })}
        {isDecided && button('approve', { variant: 'filled' })}
        {isDecided && button('reject')}
        {state === 'submitted' && isOwn && <span className={styles.dim}>{t('actions.waitsForOther')}</span>}
        {(isEditable || state === 'submitted' || (state === 'scheduled' && isManager && detail.history.length > 0)) &&
          button('withdraw')}
        {isDrafted && !isEditable && (
          <Button variant="default" onClick={() => setDeed('draft')}>
            {t('actions.draft')}
          </Button>
        )}
        {isTried && (
          <Button variant="default" onClick={() => setDeed('backtest')}>
            {t('actions.backtest')}
          </Button>
        )}
        <ExportButton detail={detail} />
      </div>
      {deed !== null && deed !== 'draft' && deed !== 'backtest' && (
        <DecideDialog detail={detail} deed={deed} onClose={() => setDeed(null)} />
      )}
      {deed === 'draft' && (
        <DraftDialog
          detail={detail}
          onClose={() => setDeed(null)}
          onDone={(id) => {
            onOpen(id)
            onEdit(id)
          }}
        />
      )}
      <BacktestDialog id={detail.id} isOpen={deed === 'backtest'} onClose={() => setDeed(null)} />
    </>
  )
}

function ExportButton({ detail }: { detail: PolicyDetail }) {
  const t = useT('policies')
  const command = useCommand('policies.export')
  const run = async () => {
    const suggested = `${detail.pack}-${detail.version}.json`
    const place = await shell('shell.pickSave', { purpose: 'pack', suggested })
    if (!place.ok || place.value === null) return
    const result = await command.run({ id: detail.id, out: place.value.token })
    if (result.ok)
      tellDone(t('actions.exported', { name: result.value.fileName, hash: result.value.hash.slice(0, 16) }))
  }
  return (
    <Button variant="default" loading={command.isBusy} onClick={() => void run()}>
      {t('actions.export')}
    </Button>
  )
}

const DONE = { submit: 'submitted', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const
const CALLS = {
  submit: 'policies.submit',
  approve: 'policies.approve',
  reject: 'policies.reject',
  withdraw: 'policies.withdraw',
} as const

function DecideDialog({ detail, deed, onClose }: { detail: PolicyDetail; deed: Deed; onClose: () => void }) {
  const t = useT('policies')
  const ui = useT('ui')
  const [reason, setReason] = useState('')
  const command = useCommand(CALLS[deed], { quiet: true })
  const run = async () => {
    const result = await command.run({ id: detail.id, reason })
    if (!result.ok) return
    const said = DONE[deed]
    tellDone(said === 'approved' ? t('actions.approved', { day: dayText(detail.effectiveFrom) }) : t(`actions.${said}`))
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`actions.${deed}`)}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      <Stack gap="sm">
        <FailureAlert failure={command.failure} />
        <TextArea
          keep={{ kind: 'policies-decide-dialog-reason', subject: `${detail.id} ${deed}` }}
          label={t('actions.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={command.fieldErrors.reason}
          minRows={2}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={command.isBusy} onClick={() => void run()}>
            {t(`actions.${deed}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

type DraftProps = { detail: PolicyDetail; onClose: () => void; onDone: (id: string) => void }

function DraftDialog({ detail, onClose, onDone }: DraftProps) {
  const t = useT('policies')
  const ui = useT('ui')
  const [from, setFrom] = useState(today())
  const [reason, setReason] = useState('')
  const command = useCommand('policies.draft', { quiet: true })
  const run = async () => {
    const result = await command.run({ basedOn: detail.id, effectiveFrom: from, reason })
    if (!result.ok) return
    tellDone(t('actions.drafted'))
    onDone(result.value.id)
  }
  return (
    <Modal opened onClose={onClose} title={t('actions.draft')} closeButtonProps={{ 'aria-label': ui('actions.close') }}>
      <Stack gap="sm">
        <FailureAlert failure={command.failure} />
        <p className={styles.dim}>{t('actions.draftHint')}</p>
        <DayField
          label={t('editor.effectiveFrom')}
          value={from}
          min={today()}
          onChange={(day) => setFrom(day ?? today())}
          data-autofocus
        />
        <TextArea
          keep={{ kind: 'policies-draft-dialog-reason', subject: detail.id }}
          label={t('actions.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          minRows={2}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={command.isBusy} onClick={() => void run()}>
            {t('actions.draft')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

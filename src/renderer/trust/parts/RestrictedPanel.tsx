import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RestrictedCase } from '../../../shared/cases/restricted-contract.ts'
import type { UserId } from '../../../shared/ids.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { GiveDialog } from './GiveDialog.tsx'

/** One restricted case as somebody sees it who may have to route it unread: whose it is, and who else reads it. */
export function RestrictedPanel({ row, onClose }: { row: RestrictedCase; onClose: () => void }) {
  const t = useT('trust')
  const a = useT('access')
  const [isNaming, setNaming] = useState(false)
  const title = t('detail.restricted', { number: row.number })
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={t('parts.handling')}>
        <Facts
          facts={[
            { label: t('columns.received'), value: dateTimeText(row.receivedAt) },
            { label: t('columns.owner'), value: row.ownerName ?? a('nobody') },
            { label: t('columns.readers'), value: row.readers.join(' · ') || a('nobody') },
          ]}
        />
        {!row.isOpenToMe && <div className={record.faint}>{a('restrictedHint')}</div>}
        <div className={record.line}>
          {row.isOpenToMe && (
            <Button variant="default" onClick={() => go('cases', { id: row.id })}>
              {t('acts.openCase')}
            </Button>
          )}
          <Button variant="default" onClick={() => setNaming(true)}>
            {t('acts.nameReader')}
          </Button>
        </div>
      </Section>
      <Section title={t('acts.assign')}>
        <Assign row={row} />
      </Section>
      {isNaming && <GiveDialog about={row.number} onClose={() => setNaming(false)} onDone={() => undefined} />}
    </DetailPanel>
  )
}

function Assign({ row }: { row: RestrictedCase }) {
  const t = useT('trust')
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const [reason, setReason] = useState('')
  const assign = useCommand('cases.assign', { quiet: true })
  const send = async () => {
    if (ownerId === null) return
    const done = await assign.run({ id: row.id, ownerId, reason, expectedSeq: row.lastSeq })
    if (!done.ok) return
    tellDone(t('saved'))
    setOwner(null)
    setReason('')
  }
  return (
    <>
      <FailureAlert failure={assign.failure} />
      <PersonField label={t('fields.newOwner')} value={ownerId} onChange={setOwner} />
      <TextInput
        label={t('fields.whyOwner')}
        required={row.ownerId !== null}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <KeepLines kind="trust-assign-lines" subject={row.id} />
      <div className={record.line}>
        <Button
          loading={assign.isBusy}
          disabled={ownerId === null || (row.ownerId !== null && reason.trim() === '')}
          onClick={() => void send()}
        >
          {t('acts.assign')}
        </Button>
      </div>
    </>
  )
}

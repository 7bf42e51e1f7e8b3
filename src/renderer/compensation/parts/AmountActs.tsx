import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS, type ContactChannel } from '../../../shared/cases/axes.ts'
import type { Department } from '../../../shared/cases/words.ts'
import type { CompensationView } from '../../../shared/compensation/model.ts'
import { EFFECT_NAMES, EFFECTS, type Effect } from '../../../shared/compensation/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type RowProps = { row: CompensationView }

/** What can be done with an amount where it stands now. */
export function AmountActs({ row }: RowProps) {
  const t = useT('compensation')
  const [isCancelling, setCancelling] = useState(false)
  const isOpen = row.status === 'pending' || row.status === 'approved' || row.status === 'agreed'
  return (
    <>
      {row.status === 'pending' && !row.mayApprove && <p className={styles.faint}>{t('waitsForOther')}</p>}
      {row.status === 'pending' && row.mayApprove && <Decide row={row} />}
      {row.status === 'approved' && <Consent row={row} />}
      {row.status === 'agreed' && <Execute row={row} />}
      {row.status === 'executed' && row.effect === null && <EffectAct row={row} />}
      {isOpen && !isCancelling && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setCancelling(true)}>
          {t('actions.cancel')}
        </Button>
      )}
      {isOpen && isCancelling && <Cancel row={row} />}
    </>
  )
}

function Decide({ row }: RowProps) {
  const t = useT('compensation')
  const nameOf = useName()
  const { offeredDeskNames } = useClasses()
  const [signsFor, setSignsFor] = useState<Department | null>(null)
  const decide = useCommand('compensation.decide')
  const isSecond = row.level === 'two' && row.firstAt !== null
  const send = (isApproved: boolean) => async (reason: string) => {
    const { ok } = await decide.run({ compensationId: row.id, isApproved, reason, signsFor })
    if (ok) tellDone(t(isApproved ? 'said.approved' : 'said.returned'))
    return ok
  }
  const { isBusy } = decide
  return (
    <TextAct
      label={t('asks.decision')}
      keep={{ kind: 'compensation-decision', subject: row.id }}
      isReady={!isSecond || signsFor !== null}
      buttons={[
        { label: t('actions.giveBack'), onSend: send(false), isBusy },
        { label: t('actions.approve'), onSend: send(true), isBusy, isMain: true, isFree: true },
      ]}
    >
      {isSecond && (
        <Select
          label={t('fields.signsFor')}
          withAsterisk
          value={signsFor}
          data={choicesOf(offeredDeskNames, nameOf).filter(({ value }) => row.secondFor.includes(value))}
          onChange={setSignsFor}
        />
      )}
    </TextAct>
  )
}

function Consent({ row }: RowProps) {
  const t = useT('compensation')
  const nameOf = useName()
  const [channel, setChannel] = useState<ContactChannel>('phone')
  const consent = useCommand('compensation.consent')
  const send = (isAccepted: boolean) => async (text: string) => {
    const { ok } = await consent.run({ compensationId: row.id, isAccepted, text, channel })
    if (ok) tellDone(t('said.consent'))
    return ok
  }
  const { isBusy } = consent
  return (
    <TextAct
      label={t('asks.consent')}
      keep={{ kind: 'compensation-consent', subject: row.id }}
      buttons={[
        { label: t('actions.decline'), onSend: send(false), isBusy },
        { label: t('actions.accept'), onSend: send(true), isBusy, isMain: true },
      ]}
    >
      <Select
        label={t('fields.channel')}
        allowDeselect={false}
        value={channel}
        data={choicesOf(CONTACT_CHANNEL_NAMES, nameOf)}
        onChange={(value) => setChannel(CONTACT_CHANNELS.find((one) => one === value) ?? 'phone')}
      />
    </TextAct>
  )
}

function Execute({ row }: RowProps) {
  const t = useT('compensation')
  const [voucherNo, setVoucherNo] = useState('')
  const execute = useCommand('compensation.execute')
  const send = async (evidence: string) => {
    const { ok } = await execute.run({ compensationId: row.id, evidence, voucherNo })
    if (ok) tellDone(t('said.executed'))
    return ok
  }
  return (
    <TextAct
      label={t('asks.execute')}
      keep={{ kind: 'compensation-execute', subject: row.id }}
      isReady={voucherNo.trim() !== ''}
      buttons={[{ label: t('actions.execute'), onSend: send, isBusy: execute.isBusy, isMain: true }]}
    >
      <TextInput
        label={t('fields.voucherNo')}
        withAsterisk
        value={voucherNo}
        onChange={(event) => setVoucherNo(event.currentTarget.value)}
      />
    </TextAct>
  )
}

function EffectAct({ row }: RowProps) {
  const t = useT('compensation')
  const nameOf = useName()
  const [effect, setEffect] = useState<Effect>('content')
  const say = useCommand('compensation.effect')
  const send = async (text: string) => {
    const { ok } = await say.run({ compensationId: row.id, effect, text })
    if (ok) tellDone(t('said.effect'))
    return ok
  }
  return (
    <TextAct
      label={t('asks.effect')}
      keep={{ kind: 'compensation-effect', subject: row.id }}
      buttons={[{ label: t('actions.effect'), onSend: send, isBusy: say.isBusy, isMain: true }]}
    >
      <Select
        label={t('fields.effect')}
        allowDeselect={false}
        value={effect}
        data={choicesOf(EFFECT_NAMES, nameOf)}
        onChange={(value) => setEffect(EFFECTS.find((one) => one === value) ?? 'content')}
      />
    </TextAct>
  )
}

function Cancel({ row }: RowProps) {
  const t = useT('compensation')
  const cancel = useCommand('compensation.cancel')
  const send = async (reason: string) => {
    const { ok } = await cancel.run({ compensationId: row.id, reason })
    if (ok) tellDone(t('said.cancelled'))
    return ok
  }
  return (
    <TextAct
      label={t('asks.cancel')}
      keep={{ kind: 'compensation-cancel', subject: row.id }}
      buttons={[{ label: t('actions.cancel'), onSend: send, isBusy: cancel.isBusy, isMain: true }]}
    />
  )
}

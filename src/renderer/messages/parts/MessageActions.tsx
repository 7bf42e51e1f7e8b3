import { Button, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { MessageView } from '../../../shared/messages/model.ts'
import type { Instant } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { copyText } from '../../ui/copy.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { view: MessageView; onChanged: () => void }

/** What can be done with a message as it stands: check, hand over, record what came of it. */
export function MessageActions({ view, onChanged }: Props) {
  switch (view.state) {
    case 'toCheck':
      return <Checking view={view} onChanged={onChanged} />
    case 'prepared':
    case 'failed':
      return <Leaving view={view} onChanged={onChanged} />
    case 'handedOver':
      return (
        <>
          <Leaving view={view} onChanged={onChanged} />
          <Outcome view={view} onChanged={onChanged} />
        </>
      )
    case 'sent':
      return <Reply view={view} onChanged={onChanged} />
    case 'cancelled':
      return null
  }
}

function Checking({ view, onChanged }: Props) {
  const t = useT('messages')
  const check = useCommand('messages.check')
  if (!view.mayCheck) return <p className={styles.faint}>{t('acts.waitsForOther')}</p>
  const decide = (isApproved: boolean) => async (note: string) => {
    const { ok } = await check.run({ id: view.id, isApproved, note })
    if (ok) {
      tellDone(t('acts.saved'))
      onChanged()
    }
    return ok
  }
  return (
    <TextAct
      label={t('acts.checkNote')}
      keep={{ kind: 'message-check', subject: view.id }}
      buttons={[
        { label: t('acts.disapprove'), onSend: decide(false), isBusy: check.isBusy },
        { label: t('acts.approve'), onSend: decide(true), isBusy: check.isBusy, isMain: true, isFree: true },
      ]}
    />
  )
}

function Leaving({ view, onChanged }: Props) {
  const t = useT('messages')
  const hand = useCommand('messages.handOver')
  const isAgain = view.state === 'handedOver'
  const copy = async () => {
    const handed = await hand.run({ id: view.id })
    if (!handed.ok) return
    await copyText(handed.value.text, t('acts.copied'))
    onChanged()
  }
  return (
    <div className={styles.actions}>
      <Button
        size="compact-sm"
        variant={isAgain ? 'default' : 'filled'}
        leftSection={<IconCopy size={14} />}
        loading={hand.isBusy}
        onClick={() => void copy()}
      >
        {t(isAgain ? 'acts.copyAgain' : 'acts.copy')}
      </Button>
    </div>
  )
}

function Outcome({ view, onChanged }: Props) {
  const t = useT('messages')
  const sent = useCommand('messages.markSent')
  const failed = useCommand('messages.markFailed')
  const cancel = useCommand('messages.cancel')
  const [reference, setReference] = useState('')
  const [at, setAt] = useState<Instant | null>(null)
  const told = (ok: boolean) => {
    if (ok) {
      tellDone(t('acts.saved'))
      onChanged()
    }
    return ok
  }
  const { id } = view
  const mark = async () => told((await sent.run({ id, reference, ...(at === null ? {} : { at }) })).ok)
  return (
    <>
      <fieldset className={styles.form} aria-label={t('acts.sent')}>
        <TextInput
          label={t('acts.reference')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <MomentField label={t('acts.at')} description={t('acts.atNow')} value={at} onChange={setAt} />
        <KeepLines kind="messages-sent-lines" subject={view.id} />
        <div className={`${styles.wide} ${styles.buttons}`}>
          <Button loading={sent.isBusy} onClick={() => void mark()}>
            {t('acts.sent')}
          </Button>
        </div>
      </fieldset>
      <TextAct
        label={t('acts.reason')}
        keep={{ kind: 'message-cancel', subject: id }}
        buttons={[
          {
            label: t('acts.cancel'),
            onSend: async (reason) => told((await cancel.run({ id, reason })).ok),
            isBusy: cancel.isBusy,
          },
          {
            label: t('acts.failed'),
            onSend: async (reason) => told((await failed.run({ id, reason })).ok),
            isBusy: failed.isBusy,
          },
        ]}
      />
    </>
  )
}

function Reply({ view, onChanged }: Props) {
  const t = useT('messages')
  const reply = useCommand('messages.recordReply')
  const save = async (text: string) => {
    const { ok } = await reply.run({ id: view.id, text })
    if (ok) {
      tellDone(t('acts.saved'))
      onChanged()
    }
    return ok
  }
  return (
    <TextAct
      label={t('acts.replyText')}
      keep={{ kind: 'message-reply', subject: view.id }}
      buttons={[{ label: t('acts.reply'), onSend: save, isBusy: reply.isBusy }]}
    />
  )
}

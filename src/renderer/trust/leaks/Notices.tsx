import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { TOLD, TOLD_NAMES, type Told } from '../../../shared/trust/leak-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import type { LeakPart } from './LeakPanel.tsx'

/** PIPL art. 57: the authority and the persons concerned, each told or with the time by which they have to be. */
export function Notices(part: LeakPart) {
  const t = useT('leaks')
  const nameOf = useName()
  const { leak } = part
  if (leak.isPersonal === false) return <div>{t('notPersonal')}</div>
  const { authorityAt, authority, authorityDue, membersAt, membersDue, told } = leak
  return (
    <>
      <div className={record.faint}>{t('law')}</div>
      {authorityAt !== null && (
        <div>{t('authorityDone', { at: dateTimeText(authorityAt), authority: authority ?? '' })}</div>
      )}
      {authorityDue && (
        <>
          <Due isLate={authorityDue.isLate} label={t('authorityDue', { at: dateTimeText(authorityDue.at) })} />
          <Authority {...part} />
        </>
      )}
      {membersAt !== null && told !== null && (
        <div>{t('membersDone', { at: dateTimeText(membersAt), told: nameOf(TOLD_NAMES[told]) })}</div>
      )}
      {membersDue && (
        <>
          <Due isLate={membersDue.isLate} label={t('membersDue', { at: dateTimeText(membersDue.at) })} />
          <Members {...part} />
        </>
      )}
    </>
  )
}

function Due({ isLate, label }: { isLate: boolean; label: string }) {
  return (
    <div className={record.actions}>
      <StateBadge tone={isLate ? 'bad' : 'warn'} label={label} />
    </div>
  )
}

const thisMinute = () => Date.now() - (Date.now() % 60_000)

function Authority({ leak, onDone }: LeakPart) {
  const t = useT('leaks')
  const [authority, setAuthority] = useState('')
  const [at, setAt] = useState<number | null>(thisMinute)
  const tell = useCommand('leaks.tellAuthority')
  const onSend = async (text: string) => {
    if (at === null) return false
    const done = await tell.run({ id: leak.id, authority, at, text })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-authority-authority-text', subject: leak.id }}
      label={t('fields.authorityText')}
      isReady={authority.trim() !== '' && at !== null}
      buttons={[{ label: t('acts.authority'), onSend, isBusy: tell.isBusy, isFree: true }]}
    >
      <TextInput
        label={t('fields.authority')}
        maxLength={200}
        value={authority}
        onChange={(event) => setAuthority(event.currentTarget.value)}
      />
      <MomentField label={t('fields.at')} value={at} onChange={setAt} />
    </TextAct>
  )
}

function Members({ leak, onDone }: LeakPart) {
  const t = useT('leaks')
  const nameOf = useName()
  const [told, setTold] = useState<Told>('told')
  const [at, setAt] = useState<number | null>(thisMinute)
  const tell = useCommand('leaks.tellMembers')
  const onSend = async (text: string) => {
    if (at === null) return false
    const done = await tell.run({ id: leak.id, told, at, text })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-members-members-text', subject: leak.id }}
      label={t('fields.membersText')}
      isReady={at !== null}
      buttons={[{ label: t('acts.members'), onSend, isBusy: tell.isBusy }]}
    >
      <Select
        label={t('fields.told')}
        data={choicesOf(TOLD_NAMES, nameOf)}
        value={told}
        allowDeselect={false}
        onChange={(value) => setTold(TOLD.find((one) => one === value) ?? 'told')}
      />
      <MomentField label={t('fields.at')} value={at} onChange={setAt} />
    </TextAct>
  )
}

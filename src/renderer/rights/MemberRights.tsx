import { Alert } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../shared/ids.ts'
import { LIMIT_SCOPE_NAMES, REQUEST_KIND_NAMES, REQUEST_STATE_NAMES } from '../../shared/rights/words.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { StateBadge } from '../ui/badges.tsx'
import { Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { dateText, dayText } from '../ui/formats.ts'
import { tellDone } from '../ui/notify.ts'
import record from '../ui/record.module.css'
import { TextAct } from '../ui/TextAct.tsx'
import { useName } from '../ui/use-name.ts'
import { Ways } from '../ui/Ways.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { lastDayText } from './last-day.ts'
import { ConsentForm } from './parts/ConsentForm.tsx'
import { LockedFile } from './parts/LockedFile.tsx'
import { RequestActs } from './parts/RequestActs.tsx'
import { RequestForm } from './parts/RequestForm.tsx'
import { REQUEST_TONES } from './tones.ts'

type Doing = 'request' | 'consent' | 'hold'

/** What a member asked about the own data, what therefore may not be done, and whether the file is locked. */
export function MemberRights({ memberId }: { memberId: MemberId }) {
  const t = useT('rights')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [doing, setDoing] = useState<Doing | null>(null)
  const query = useQuery('rights.of', { memberId }, { topics: ['rights'], clearOnChange: true })
  const hold = useCommand('retention.hold')
  const ways: { id: Doing; label: string }[] = [
    { id: 'request', label: t('act.receive') },
    { id: 'consent', label: t('consents.record') },
    ...(isManager ? [{ id: 'hold' as const, label: t('retention.hold') }] : []),
  ]
  const close = () => setDoing(null)
  return (
    <Section title={t('member.title')}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data?.isErased && <Alert color="gray">{t('member.isErased')}</Alert>}
      {query.data?.lockedUntil && (
        <Alert color="yellow">{t('member.locked', { day: dayText(query.data.lockedUntil) })}</Alert>
      )}
      {query.data?.lockedUntil && isManager && <LockedFile key={memberId} memberId={memberId} />}
      <div className={record.actions}>
        <Ways ways={ways} doing={doing} onChange={setDoing} />
      </div>
      {doing === 'request' && <RequestForm memberId={memberId} onDone={close} />}
      {doing === 'consent' && <ConsentForm memberId={memberId} onDone={close} />}
      {doing === 'hold' && (
        <TextAct
          keep={{ kind: 'rights-member-rights-hold-reason', subject: memberId }}
          label={t('retention.holdReason')}
          buttons={[
            {
              ...{ label: t('retention.hold'), isBusy: hold.isBusy, isMain: true },
              onSend: async (reason) => {
                const result = await hold.run({ memberId, reason })
                if (result.ok) {
                  tellDone(t('saved'))
                  close()
                }
                return result.ok
              },
            },
          ]}
        />
      )}
      <Limits memberId={memberId} />
      <Requests memberId={memberId} />
    </Section>
  )
}

function Requests({ memberId }: { memberId: MemberId }) {
  const nameOf = useName()
  const { data } = useQuery('rights.of', { memberId }, { topics: ['rights'], clearOnChange: true })
  return (
    <ul className={record.list}>
      {(data?.requests ?? []).map((request) => (
        <li key={request.id}>
          <div className={record.line}>
            <StateBadge tone={REQUEST_TONES[request.state]} label={nameOf(REQUEST_STATE_NAMES[request.state])} />
            <strong>{nameOf(REQUEST_KIND_NAMES[request.kind])}</strong>
            <span className={record.faint}>{request.number}</span>
            <span className={record.push}>{lastDayText(request.dueAt)}</span>
          </div>
          <div className={record.text}>{request.text}</div>
          {request.answer !== '' && <div className={record.faint}>{request.answer}</div>}
          <RequestActs request={request} />
        </li>
      ))}
    </ul>
  )
}

function Limits({ memberId }: { memberId: MemberId }) {
  const t = useT('rights')
  const nameOf = useName()
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const { data } = useQuery('rights.of', { memberId }, { topics: ['rights'], clearOnChange: true })
  const lift = useCommand('rights.lift')
  const standing = (data?.limits ?? []).filter(({ liftedAt }) => liftedAt === null)
  if (standing.length === 0) return null
  return (
    <ul className={record.list} aria-label={t('member.limits')}>
      {standing.map(({ id, scope, fromAt, setByName }) => (
        <li key={id}>
          <div className={record.line}>
            <StateBadge tone="warn" label={nameOf(LIMIT_SCOPE_NAMES[scope])} />
            <span className={record.faint}>{t('member.since', { day: dateText(fromAt) })}</span>
            <span className={record.push}>{setByName}</span>
          </div>
          {!isAgent && (
            <TextAct
              keep={{ kind: 'rights-limits-lift-reason', subject: memberId }}
              label={t('member.liftReason')}
              buttons={[
                {
                  ...{ label: t('member.lift'), isBusy: lift.isBusy },
                  onSend: async (reason) => {
                    const result = await lift.run({ id, reason })
                    if (result.ok) tellDone(t('saved'))
                    return result.ok
                  },
                },
              ]}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { MemberId } from '../../shared/ids.ts'
import { CONSENT_CHANNEL_NAMES } from '../../shared/members/words.ts'
import type { MemberSharing as Sharing } from '../../shared/partners/model.ts'
import { SHARE_FIELD_NAMES } from '../../shared/partners/sharing.ts'
import { SHARE_PURPOSE_NAMES } from '../../shared/partners/words.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import record from '../ui/record.module.css'
import { useName } from '../ui/use-name.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'
import { ShareForm } from './ShareForm.tsx'

/** S4-79: in the member's file: the separate consents to partners, and everything that was passed on under them. */
export function MemberSharing({ memberId }: { memberId: MemberId }) {
  const t = useT('partners')
  const [isOpen, form] = useDisclosure(false)
  const options = { topics: ['products' as const, 'members' as const], clearOnChange: true }
  const { data, failure, reload } = useQuery('partners.sharing', { memberId }, options)
  return (
    <Section
      title={t('sharing.title')}
      actions={
        <Button size="compact-xs" variant="default" aria-pressed={isOpen} onClick={form.toggle}>
          {t('sharing.open')}
        </Button>
      }
    >
      <FailureAlert failure={failure} onRetry={reload} />
      {isOpen && <ShareForm memberId={memberId} />}
      {data && <Consents sharing={data} />}
      {data && <Shares sharing={data} />}
    </Section>
  )
}

function Consents({ sharing: { consents } }: { sharing: Sharing }) {
  const t = useT('partners')
  const nameOf = useName()
  if (consents.length === 0) return <div className={record.faint}>{t('sharing.none')}</div>
  return (
    <ul className={record.list} aria-label={t('sharing.consents')}>
      {consents.map(({ partnerId, partnerName, purpose, given, channel, at, byName }) => (
        <li key={`${partnerId} ${purpose}`} className={record.line}>
          <StateBadge tone={given ? 'good' : 'bad'} label={t(given ? 'sharing.given' : 'sharing.refused')} />
          <strong>{partnerName}</strong>
          <span>{nameOf(SHARE_PURPOSE_NAMES[purpose])}</span>
          <span className={record.faint}>
            {t('sharing.by', { name: byName, channel: nameOf(CONSENT_CHANNEL_NAMES[channel]) })}
          </span>
          <span className={record.push}>
            <InstantText at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Shares({ sharing: { shares } }: { sharing: Sharing }) {
  const t = useT('partners')
  const nameOf = useName()
  if (shares.length === 0) return <div className={record.faint}>{t('sharing.noShares')}</div>
  return (
    <>
      <h4 className={record.part}>{t('sharing.shares')}</h4>
      <ul className={record.list} aria-label={t('sharing.shares')}>
        {shares.map((share) => (
          <li key={share.id}>
            <div className={record.line}>
              <strong>{share.partnerName}</strong>
              <span>{nameOf(SHARE_PURPOSE_NAMES[share.purpose])}</span>
              <span className={record.faint}>{share.byName}</span>
              <span className={record.push}>
                <InstantText at={share.at} />
              </span>
            </div>
            <div>{share.fields.map((field) => nameOf(SHARE_FIELD_NAMES[field])).join('、')}</div>
            <div className={record.faint}>{share.reason}</div>
          </li>
        ))}
      </ul>
    </>
  )
}

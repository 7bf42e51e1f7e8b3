import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CampaignView } from '../../shared/outreach/contract.ts'
import {
  CAMPAIGN_STATE_NAMES,
  type CampaignState,
  CONTACT_RESULT_NAMES,
  CONTACT_RESULTS,
} from '../../shared/outreach/words.ts'
import { failureText } from '../failure-text.ts'
import { useT } from '../i18n/use-t.ts'
import { Facts, Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { countText, dateTimeText } from '../ui/formats.ts'
import { tellDone } from '../ui/notify.ts'
import record from '../ui/record.module.css'
import { useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import styles from './outreach.module.css'

const two = (part: number) => String(part).padStart(2, '0')
const clockOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** The quiet hours in words; nothing when there are none. */
function quietText({ quietFrom, quietUntil }: CampaignView): string {
  return quietFrom === quietUntil ? '' : `${clockOf(quietFrom)}–${clockOf(quietUntil)}`
}

const NEXT: Record<CampaignState, readonly { to: CampaignState; act: 'stop' | 'resume' | 'end' }[]> = {
  running: [
    { to: 'stopped', act: 'stop' },
    { to: 'ended', act: 'end' },
  ],
  stopped: [
    { to: 'running', act: 'resume' },
    { to: 'ended', act: 'end' },
  ],
  ended: [],
}

/** One campaign: what is said, how often, its results, who was left out and why, and its switches. */
export function CampaignDetail({ campaign, isLead }: { campaign: CampaignView; isLead: boolean }) {
  const t = useT('outreach')
  const nameOf = useName()
  const { id, state, skipped, results } = campaign
  const facts = [
    { label: t('facts.brief'), value: campaign.brief },
    ...(campaign.groupName === null ? [] : [{ label: t('facts.group'), value: campaign.groupName }]),
    {
      label: t('facts.limits'),
      value: t('facts.limitsText', { most: campaign.mostContacts, days: campaign.perDays }),
    },
    { label: t('facts.quiet'), value: quietText(campaign) || t('none') },
    {
      label: t('facts.state'),
      value: [
        nameOf(CAMPAIGN_STATE_NAMES[state]),
        campaign.stateReason === ''
          ? ''
          : t('turned', {
              name: campaign.stateByName,
              time: dateTimeText(campaign.stateAt),
              reason: campaign.stateReason,
            }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    },
  ]
  return (
    <>
      <Section title={t('columns.name')}>
        <Facts facts={facts} />
      </Section>
      <Section title={t('results')}>
        <dl className={styles.results}>
          {CONTACT_RESULTS.map((one) => (
            <div key={one}>
              <dt>{nameOf(CONTACT_RESULT_NAMES[one])}</dt>
              <dd className="num">{countText(results[one])}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('skipped')}>
        {skipped.length === 0 && <div className={record.faint}>{t('none')}</div>}
        <ul className={record.list}>
          {skipped.map(({ rule, count }) => (
            <li key={rule} className={record.line}>
              <span>{reasonOf(rule, campaign)}</span>
              <span className={`${record.push} num`}>{countText(count)}</span>
            </li>
          ))}
        </ul>
      </Section>
      {isLead && <Turns key={state} id={id} state={state} />}
    </>
  )
}

/** The sentence of a rule with the numbers of the campaign. */
function reasonOf(rule: string, { mostContacts, perDays, kind }: CampaignView): string {
  const channel = kind === 'visit' ? 'phone' : kind
  return failureText({ code: 'RULE', rule, params: { most: mostContacts, days: perDays, channel } })
}

function Turns({ id, state }: { id: string; state: CampaignState }) {
  const t = useT('outreach')
  const [reason, setReason] = useState('')
  const turn = useCommand('outreach.turn', { quiet: true })
  const fill = useCommand('outreach.fill', { quiet: true })
  if (state === 'ended') return null
  const add = async () => {
    if ((await fill.run({ id })).ok) tellDone(t('acts.filled'))
  }
  return (
    <Section title={t('facts.state')}>
      <FailureAlert failure={turn.failure ?? fill.failure} />
      <TextInput label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className={record.actions}>
        {NEXT[state].map(({ to, act }) => (
          <Button
            key={to}
            variant="default"
            disabled={reason.trim() === ''}
            loading={turn.isBusy}
            onClick={() => void turn.run({ id, state: to, reason })}
          >
            {t(`acts.${act}`)}
          </Button>
        ))}
        {state === 'running' && (
          <Button variant="default" loading={fill.isBusy} onClick={() => void add()}>
            {t('acts.fill')}
          </Button>
        )}
      </div>
    </Section>
  )
}

import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../shared/ids.ts'
import { CONSENT_CHANNEL_NAMES, type ConsentChannel } from '../../shared/members/words.ts'
import {
  fieldsFor,
  purposesOf,
  SHARE_FIELD_NAMES,
  SHARE_FIELDS,
  type ShareField,
} from '../../shared/partners/sharing.ts'
import { SHARE_PURPOSE_NAMES, type SharePurpose } from '../../shared/partners/words.ts'
import { KeepLines } from '../drafts/KeepLines.tsx'
import { useT } from '../i18n/use-t.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone } from '../ui/notify.ts'
import record from '../ui/record.module.css'
import { choicesOf, useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'

/** S4-79: a separate yes or no to one partner and purpose, and what is passed on under it. */
export function ShareForm({ memberId }: { memberId: MemberId }) {
  const t = useT('partners')
  const nameOf = useName()
  const { data = [] } = useQuery('partners.list', {}, { topics: ['products'] })
  const partners = data.filter(({ kind, state }) => state === 'active' && purposesOf(kind).length > 0)
  const [partnerId, setPartner] = useState<string | null>(null)
  const [channel, setChannel] = useState<ConsentChannel>('telephone')
  const consent = useCommand('partners.consent', { quiet: true })
  const partner = partners.find(({ id }) => id === partnerId)
  const purpose = partner ? (purposesOf(partner.kind)[0] ?? null) : null
  const choose = async (given: boolean) => {
    if (!partner || purpose === null) return
    const done = await consent.run({ memberId, partnerId: partner.id, purpose, given, channel })
    if (done.ok) tellDone(t('saved'))
  }
  return (
    <fieldset className={record.form} aria-label={t('sharing.open')}>
      <Select
        label={t('sharing.partner')}
        searchable
        data={partners.map(({ id, name }) => ({ value: id, label: name }))}
        value={partnerId}
        onChange={setPartner}
      />
      <TextInput
        label={t('sharing.purpose')}
        readOnly
        value={purpose === null ? '' : nameOf(SHARE_PURPOSE_NAMES[purpose])}
      />
      <ChoiceField
        label={t('sharing.channel')}
        data={choicesOf(CONSENT_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      <div className={record.wide}>
        <FailureAlert failure={consent.failure} />
      </div>
      <KeepLines kind="partners-share-lines" subject={memberId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button variant="default" disabled={!partner} loading={consent.isBusy} onClick={() => void choose(false)}>
          {t('sharing.refuse')}
        </Button>
        <Button variant="default" disabled={!partner} loading={consent.isBusy} onClick={() => void choose(true)}>
          {t('sharing.give')}
        </Button>
      </div>
      {partner && purpose !== null && (
        <HandOver key={partner.id} memberId={memberId} partnerId={partner.id} name={partner.name} purpose={purpose} />
      )}
    </fieldset>
  )
}

type HandOverProps = { memberId: MemberId; partnerId: string; name: string; purpose: SharePurpose }

function HandOver({ memberId, partnerId, name, purpose }: HandOverProps) {
  const t = useT('partners')
  const nameOf = useName()
  const needed = fieldsFor(purpose)
  const [fields, setFields] = useState<ShareField[]>([])
  const [reason, setReason] = useState('')
  const [values, setValues] = useState<[ShareField, string][] | null>(null)
  const share = useCommand('partners.share', { quiet: true })
  const submit = async () => {
    const done = await share.run({ memberId, partnerId, purpose, fields, reason })
    if (!done.ok) return
    const given = done.value.values
    setValues(SHARE_FIELDS.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])))
    setFields([])
    setReason('')
  }
  return (
    <>
      <MultiSelect
        className={record.wide ?? ''}
        label={t('sharing.fields')}
        description={t('sharing.needed', {
          fields: needed.map((field) => nameOf(SHARE_FIELD_NAMES[field])).join('、'),
        })}
        data={needed.map((field) => ({ value: field, label: nameOf(SHARE_FIELD_NAMES[field]) }))}
        value={fields}
        onChange={(chosen) => setFields(needed.filter((field) => chosen.includes(field)))}
      />
      <TextInput
        className={record.wide ?? ''}
        label={t('sharing.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={record.wide}>
        <FailureAlert failure={share.failure} />
      </div>
      <KeepLines kind="partners-hand-over-lines" subject={`${memberId} ${partnerId}`} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button
          loading={share.isBusy}
          disabled={fields.length === 0 || reason.trim() === ''}
          onClick={() => void submit()}
        >
          {t('sharing.share')}
        </Button>
      </div>
      {values && (
        <section className={`${record.wide} ${record.reckoning}`} aria-label={t('sharing.handOver', { name })}>
          <strong>{t('sharing.handOver', { name })}</strong>
          {values.map(([field, value]) => (
            <div key={field}>
              {nameOf(SHARE_FIELD_NAMES[field])}: {value}
            </div>
          ))}
        </section>
      )}
    </>
  )
}

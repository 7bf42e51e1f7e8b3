import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PartnerFile } from '../../../shared/partners/model.ts'
import { SHARE_FIELD_NAMES } from '../../../shared/partners/sharing.ts'
import { PARTNER_KIND_NAMES, PARTNER_STATE_NAMES, SHARE_PURPOSE_NAMES } from '../../../shared/partners/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import record from '../../ui/record.module.css'
import { offerUndo } from '../../ui/undo.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { PARTNER_TONES } from '../tones.ts'
import { PartnerFacts } from './PartnerFacts.tsx'
import { PartnerForm } from './PartnerForm.tsx'
import { PartnerWork } from './PartnerWork.tsx'

/** One partner: contacts, shared work, what it told us, and what it was told of members. */
export function PartnerPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [isEditing, setEditing] = useState(false)
  const { data: file, failure, reload } = useQuery('partners.show', { id }, { topics: ['products'] })
  if (!file) return <FailureAlert failure={failure} onRetry={reload} />
  if (isEditing) return <PartnerForm file={file} onClose={() => setEditing(false)} onSaved={() => reload()} />
  return (
    <DetailPanel
      title={file.name}
      label={t('partner.detail', { name: file.name })}
      badges={<StateBadge tone={PARTNER_TONES[file.state]} label={nameOf(PARTNER_STATE_NAMES[file.state])} />}
      actions={
        isLead && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('partner.edit')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={nameOf(PARTNER_KIND_NAMES[file.kind])}>
        <Facts facts={[{ label: t('partner.owner'), value: file.ownerName }]} />
        <p className={flow.text}>{file.cooperation}</p>
      </Section>
      <Section title={t('partner.contacts')}>
        <Contacts file={file} />
      </Section>
      <Section title={t('partner.work')}>
        <PartnerWork file={file} />
      </Section>
      <Section title={t('partner.facts')}>
        <PartnerFacts file={file} />
      </Section>
      {isLead && (
        <Section title={t('partner.shares')}>
          <Shares partnerId={file.id} />
        </Section>
      )}
    </DetailPanel>
  )
}

const CONTACT = { name: '', post: '', phone: '', email: '' }

function Contacts({ file }: { file: PartnerFile }) {
  const t = useT('products')
  const [contact, setContact] = useState(CONTACT)
  const add = useCommand('partners.addContact', { quiet: true })
  const remove = useCommand('partners.removeContact')
  const reinstate = useCommand('partners.reinstateContact')
  const drop = async (id: string, name: string) => {
    if ((await remove.run({ id })).ok)
      offerUndo({ text: t('partner.contact.removed', { name }), undo: () => reinstate.run({ id }) })
  }
  const save = async () => {
    if ((await add.run({ partnerId: file.id, contact })).ok) setContact(CONTACT)
  }
  return (
    <>
      <ul className={record.list} aria-label={t('partner.contacts')}>
        {file.contacts.map(({ id, name, post, phone, email }) => (
          <li key={id}>
            <div className={record.line}>
              <strong>{name}</strong>
              <span>{post}</span>
              <span className="num">{phone}</span>
              <span>{email}</span>
              <Button
                className={record.push ?? ''}
                size="compact-xs"
                variant="subtle"
                onClick={() => void drop(id, name)}
              >
                {t('partner.contact.remove', { name })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FailureAlert failure={add.failure} />
      <fieldset className={record.form} aria-label={t('partner.contact.add')}>
        {(['name', 'post', 'phone', 'email'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`partner.contact.${field}`)}
            maxLength={field === 'phone' ? 40 : 60}
            value={contact[field]}
            onChange={(event) => setContact({ ...contact, [field]: event.currentTarget.value })}
          />
        ))}
        <KeepLines kind="products-contact-lines" subject={file.id} />
        <div className={`${record.wide} ${record.buttons}`}>
          <Button
            variant="default"
            loading={add.isBusy}
            disabled={contact.name.trim() === ''}
            onClick={() => void save()}
          >
            {t('partner.contact.add')}
          </Button>
        </div>
      </fieldset>
    </>
  )
}

function Shares({ partnerId }: { partnerId: string }) {
  const t = useT('products')
  const nameOf = useName()
  const { data = [], failure, reload } = useQuery('partners.shares', { partnerId }, { topics: ['products'] })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (data.length === 0) return <p className={record.faint}>{t('partner.noShares')}</p>
  return (
    <ul className={record.list} aria-label={t('partner.shares')}>
      {data.map((share) => (
        <li key={share.id}>
          <div className={record.line}>
            <strong>{share.memberName}</strong>
            <span>{nameOf(SHARE_PURPOSE_NAMES[share.purpose])}</span>
            <span className={record.faint}>{share.byName}</span>
            <span className={record.push}>
              <InstantText at={share.at} />
            </span>
          </div>
          <div>{share.fields.map((field) => nameOf(SHARE_FIELD_NAMES[field])).join('、')}</div>
        </li>
      ))}
    </ul>
  )
}

import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import type { MemberContact } from '../../../shared/members/model.ts'
import { CONTACT_KIND_NAMES, CONTACT_KINDS, type ContactKind } from '../../../shared/members/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { confirmDialog } from '../../ui/confirm.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../members.module.css'
import { Masked } from './Masked.tsx'

type Props = { id: MemberId; contacts: readonly MemberContact[]; onChanged: () => void }

/** Further ways to reach the member, and who may speak for him or her. */
export function ContactsCard({ id, contacts, onChanged }: Props) {
  const t = useT('members')
  const nameOf = useName()
  const remove = useCommand('members.removeContact')
  const [isAdding, setAdding] = useState(false)
  const nameOfContact = ({ kind, label }: MemberContact) => `${nameOf(CONTACT_KIND_NAMES[kind])} ${label}`.trim()
  const drop = async (contact: MemberContact) => {
    const title = t('contact.remove', { label: nameOfContact(contact) })
    const isSure = await confirmDialog({ title, text: t('contact.removeText'), confirm: title, danger: true })
    if (isSure && (await remove.run({ id, contactId: contact.id })).ok) onChanged()
  }
  return (
    <Section
      title={t('file.contacts')}
      actions={
        <ActionIcon
          size={22}
          variant="subtle"
          aria-label={t('contact.add')}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          <IconPlus size={15} />
        </ActionIcon>
      }
    >
      {isAdding && (
        <ContactForm
          id={id}
          onDone={() => {
            setAdding(false)
            onChanged()
          }}
        />
      )}
      {contacts.length === 0 && <span className={styles.dim}>{t('file.noContacts')}</span>}
      <ul className={`${styles.plain} ${styles.clear}`}>
        {contacts.map((contact) => (
          <li key={contact.id} className={styles.line}>
            <span>
              {nameOfContact(contact)} {contact.maySpeak && <StateBadge tone="good" label={t('file.maySpeak')} />}
            </span>
            <span className={styles.masked}>
              <Masked
                id={id}
                field="contact"
                contactId={contact.id}
                masked={contact.maskedValue}
                label={nameOfContact(contact)}
              />
              <ActionIcon
                size={20}
                variant="subtle"
                color="gray"
                aria-label={t('contact.remove', { label: nameOfContact(contact) })}
                onClick={() => void drop(contact)}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ContactForm({ id, onDone }: { id: MemberId; onDone: () => void }) {
  const t = useT('members')
  const u = useT('ui')
  const nameOf = useName()
  const save = useCommand('members.addContact', { quiet: true })
  const [kind, setKind] = useState<ContactKind>('assistant')
  const [value, setValue] = useState('')
  const [label, setLabel] = useState('')
  const [maySpeak, setMaySpeak] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run({ id, kind, value, label, maySpeak })).ok) return
    tellDone(t('contact.added'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <FieldRow>
        <Select
          label={t('contact.kind')}
          value={kind}
          onChange={(next) => setKind(CONTACT_KINDS.find((each) => each === next) ?? 'assistant')}
          data={CONTACT_KINDS.map((each) => ({ value: each, label: nameOf(CONTACT_KIND_NAMES[each]) }))}
        />
        <TextInput
          label={t('contact.value')}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          error={save.fieldErrors.value}
        />
        <TextInput
          label={t('contact.label')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={save.fieldErrors.label}
        />
        <Checkbox
          mt={24}
          label={t('contact.maySpeak')}
          checked={maySpeak}
          onChange={(event) => setMaySpeak(event.currentTarget.checked)}
        />
      </FieldRow>
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isBusy}>
          {u('actions.save')}
        </Button>
      </div>
      <KeepLines kind="member-contact-lines" subject={id} />
    </form>
  )
}

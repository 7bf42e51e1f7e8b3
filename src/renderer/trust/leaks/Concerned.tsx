import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import type { LeakPart } from './LeakPanel.tsx'

/** S3-136: the members whose data it was, and the people at the desk with how the violation is dealt with. */
export function Concerned(part: LeakPart) {
  const t = useT('leaks')
  const { leak, isOver } = part
  return (
    <>
      <Section title={t('parts.members')}>
        {leak.membersLinked > 0 && <div>{t('linked', { count: leak.membersLinked })}</div>}
        <ul className={record.list} aria-label={t('parts.members')}>
          {leak.members.map(({ id, name, cardNo }) => (
            <li key={id}>
              {name} <span className="num">{cardNo}</span>
            </li>
          ))}
        </ul>
        {!isOver && <Link {...part} />}
      </Section>
      <Section title={t('parts.people')}>
        <ul className={record.list} aria-label={t('parts.people')}>
          {leak.people.map(({ userId, name, handling }) => (
            <li key={userId}>
              {name}
              <div className={record.faint}>{handling}</div>
            </li>
          ))}
        </ul>
        {!isOver && <Person {...part} />}
      </Section>
    </>
  )
}

function Link({ leak, onDone }: LeakPart) {
  const t = useT('leaks')
  const link = useCommand('leaks.linkMembers')
  const onSend = async (text: string) => {
    const cardNos = text.split(/[\s,，;；]+/).filter((card) => card !== '')
    const done = await link.run({ id: leak.id, cardNos })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-concerned-link', subject: leak.id }}
      label={t('fields.cards')}
      buttons={[{ label: t('acts.link'), onSend, isBusy: link.isBusy }]}
    />
  )
}

function Person({ leak, onDone }: LeakPart) {
  const t = useT('leaks')
  const [userId, setUser] = useState<UserId | null>(null)
  const link = useCommand('leaks.linkPerson')
  const onSend = async (handling: string) => {
    if (userId === null) return false
    const done = await link.run({ id: leak.id, userId, handling })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-person-handling', subject: leak.id }}
      label={t('fields.handling')}
      isReady={userId !== null}
      buttons={[{ label: t('acts.person'), onSend, isBusy: link.isBusy }]}
    >
      <PersonField label={t('fields.person')} value={userId} onChange={setUser} />
    </TextAct>
  )
}

import { Select, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { CallerMember, LiveCall } from '../../../shared/calls/model.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { call as ask } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { useQuery } from '../../use-query.ts'
import styles from '../CallDock.module.css'
import { useCalls } from '../store.ts'

/** Settles who is calling: one of the members with this number, one that is looked up, or a name that was given. */
export function CallerChoice({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const take = useCalls((state) => state.take)
  const { id, caller } = call
  const choose = (memberId: MemberId) => void take('calls.link', { id, memberId })
  return (
    <div className={styles.choice}>
      {caller.kind === 'candidates' ? (
        <>
          <span className={styles.ask}>{t('dock.who')}</span>
          {caller.members.map((member) => (
            <Candidate key={member.id} member={member} onChoose={() => choose(member.id)} />
          ))}
        </>
      ) : (
        <span className={styles.ask}>{t('bar.newCaller')}</span>
      )}
      <MemberSearch onChoose={choose} />
      {call.state !== 'ringing' && <CallerName call={call} />}
    </div>
  )
}

function Candidate({ member, onChoose }: { member: CallerMember; onChoose: () => void }) {
  const t = useT('calls')
  return (
    <UnstyledButton className={styles.candidate} onClick={onChoose}>
      <strong>{member.name}</strong>
      <TierBadge tier={member.tier} />
      <span className={styles.dim}>
        {t(`dock.via.${member.via}`)} {member.contactLabel}
      </span>
    </UnstyledButton>
  )
}

function MemberSearch({ onChoose }: { onChoose: (id: MemberId) => void }) {
  const t = useT('calls')
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), 150)
  const query = useQuery('members.find', { text: settled }, { enabled: settled !== '' })
  const hits = settled === '' ? [] : (query.data ?? [])
  return (
    <Select
      aria-label={t('dock.findMember')}
      placeholder={t('dock.findMember')}
      searchable
      selectFirstOptionOnChange
      value={null}
      searchValue={text}
      onSearchChange={setText}
      data={hits.map((hit) => ({ value: hit.id, label: `${hit.name} · ${hit.maskedMobile} · ${hit.city}` }))}
      filter={({ options }) => options}
      onChange={(id) => {
        const hit = hits.find((each) => each.id === id)
        if (hit) onChoose(hit.id)
      }}
    />
  )
}

/** The name is kept when the field is left; nobody has to press anything for it. */
function CallerName({ call: { id, callerName } }: { call: LiveCall }) {
  const t = useT('calls')
  const [name, setName] = useState(callerName ?? '')
  return (
    <TextInput
      aria-label={t('dock.callerName')}
      placeholder={t('dock.callerName')}
      maxLength={60}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => name.trim() !== (callerName ?? '') && void ask('calls.record', { id, callerName: name })}
    />
  )
}

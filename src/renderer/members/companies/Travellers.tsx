import { Anchor, Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { TravellerView } from '../../../shared/companies/contract.ts'
import type { MemberHit } from '../../../shared/members/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText, today } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { offerUndo } from '../../ui/undo.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { openMember } from '../open.ts'
import { MemberField } from './MemberField.tsx'

/** Who travels for a company, and since when. */
export function Travellers({ id }: { id: string }) {
  const t = useT('gathering')
  const query = useQuery('companies.travellers', { id }, { topics: ['members'] })
  const save = useCommand('companies.setTraveller')
  const [hit, setHit] = useState<MemberHit | null>(null)
  const [role, setRole] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (hit === null) return
    if ((await save.run({ id, memberId: hit.id, role, fromDay: today() })).ok) setHit(null)
  }
  const end = async ({ memberId, name, role: held, fromDay }: TravellerView) => {
    const one = { id, memberId, role: held, fromDay }
    const done = await save.run({ ...one, endedDay: today() < fromDay ? fromDay : today() })
    if (done.ok) offerUndo({ text: t('companies.endedOf', { name }), undo: () => save.run({ ...one, endedDay: null }) })
  }
  return (
    <>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data?.length === 0 && <p className={record.faint}>{t('companies.noTravellers')}</p>}
      <ul className={record.list} aria-label={t('companies.travellers')}>
        {query.data?.map((one) => (
          <li key={one.memberId} className={record.line}>
            <Anchor component="button" type="button" size="sm" onClick={() => openMember(one.memberId)}>
              {one.name}
            </Anchor>
            <TierBadge tier={one.tier} />
            <span className="num">{one.card}</span>
            <span className={record.faint}>
              {one.role} {dayText(one.fromDay)}
            </span>
            <span className={record.push}>
              {one.endedDay === null ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('companies.endOf', { name: one.name })}
                  loading={save.isBusy}
                  onClick={() => void end(one)}
                >
                  {t('companies.end')}
                </Button>
              ) : (
                t('companies.ended', { day: dayText(one.endedDay) })
              )}
            </span>
          </li>
        ))}
      </ul>
      <form className={record.form} onSubmit={(event) => void add(event)}>
        <MemberField label={t('companies.find')} value={hit} onChange={setHit} />
        <TextInput
          label={t('companies.role')}
          value={role}
          maxLength={60}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" mt={24} loading={save.isBusy} disabled={hit === null}>
          {t('companies.addTraveller')}
        </Button>
        <KeepLines kind="company-traveller-lines" subject={id} />
      </form>
    </>
  )
}

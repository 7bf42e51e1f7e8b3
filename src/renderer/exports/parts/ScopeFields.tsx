import { MultiSelect, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { type ExportScope, SCOPE_KINDS, type ScopeKind } from '../../../shared/exports/model.ts'
import type { CaseId, MemberId } from '../../../shared/ids.ts'
import { DAY, parseInstant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { useQuery } from '../../use-query.ts'
import { CaseSelect } from './CaseSelect.tsx'
import { MemberSelect } from './MemberSelect.tsx'

/** What a person has chosen so far, of each kind. */
export type ScopeDraft = {
  kind: ScopeKind
  memberId: MemberId | null
  caseId: CaseId | null
  from: string | null
  to: string | null
  memberIds: MemberId[]
}

export const EMPTY_SCOPE: ScopeDraft = {
  kind: 'member',
  memberId: null,
  caseId: null,
  from: null,
  to: null,
  memberIds: [],
}

/** The scope of a draft; null while something is missing. A period ends with the end of its last day. */
export function scopeOf({ kind, memberId, caseId, from, to, memberIds }: ScopeDraft): ExportScope | null {
  if (kind === 'member') return memberId && { kind, memberId }
  if (kind === 'case') return caseId && { kind, caseId }
  if (kind === 'members') return memberIds.length > 0 ? { kind, memberIds } : null
  const [start, last] = [from, to].map((day) => (day ? parseInstant(`${day}T00:00:00+08:00`) : undefined))
  return start !== undefined && last !== undefined && last >= start ? { kind, from: start, to: last + DAY } : null
}

type Props = { value: ScopeDraft; onChange: (draft: ScopeDraft) => void; startWith: string }

/** Chooses whose or which history leaves: a member, a case, a period, a list of members. */
export function ScopeFields({ value, onChange, startWith }: Props) {
  const t = useT('exports')
  const set = (part: Partial<ScopeDraft>) => onChange({ ...value, ...part })
  const fields: Record<ScopeKind, () => React.ReactNode> = {
    member: () => (
      <MemberSelect value={value.memberId} onChange={(memberId) => set({ memberId })} startWith={startWith} />
    ),
    case: () => <CaseSelect value={value.caseId} onChange={(caseId) => set({ caseId })} />,
    period: () => (
      <FieldRow>
        <DayField label={t('form.from')} value={value.from} onChange={(from) => set({ from })} required />
        <DayField label={t('form.to')} value={value.to} onChange={(to) => set({ to })} required />
      </FieldRow>
    ),
    members: () => <MembersSelect value={value.memberIds} onChange={(memberIds) => set({ memberIds })} />,
  }
  return (
    <>
      <SegmentedControl
        aria-label={t('form.scope')}
        data={SCOPE_KINDS.map((kind) => ({ value: kind, label: t(`scopes.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => set({ kind: SCOPE_KINDS.find((one) => one === kind) ?? 'member' })}
      />
      {fields[value.kind]()}
    </>
  )
}

function MembersSelect({ value, onChange }: { value: MemberId[]; onChange: (ids: MemberId[]) => void }) {
  const t = useT('exports')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<{ value: MemberId; label: string }[]>([])
  const [sought] = useDebouncedValue(text.trim(), 200)
  const hits = useQuery('members.find', { text: sought, limit: 20 }, { enabled: sought !== '' })
  const found = (hits.data ?? []).map(({ id, card, name }) => ({ value: id, label: `${card} · ${name}` }))
  const options = [...chosen, ...found.filter(({ value: id }) => !chosen.some((one) => one.value === id))]
  return (
    <MultiSelect
      label={t('form.members')}
      description={t('form.memberHint')}
      data={options}
      value={value}
      onChange={(ids) => {
        const now = options.filter((option) => ids.includes(option.value))
        setChosen(now)
        onChange(now.map((option) => option.value))
      }}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      nothingFoundMessage={sought === '' ? undefined : t('form.nobody')}
      searchable
      clearable
      required
    />
  )
}

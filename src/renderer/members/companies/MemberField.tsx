import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import type { MemberHit } from '../../../shared/members/model.ts'
import { useQuery } from '../../use-query.ts'

type Props = { label: string; value: MemberHit | null; onChange: (hit: MemberHit | null) => void }

/** Chooses one member by whatever is typed of them. */
export function MemberField({ label, value, onChange }: Props) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const { data = [] } = useQuery('members.find', { text: asked || '-', limit: 8 }, { enabled: asked !== '' })
  const hits = value === null || data.some(({ id }) => id === value.id) ? data : [value, ...data]
  return (
    <Select
      label={label}
      searchable
      clearable
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={value?.id ?? null}
      data={hits.map(({ id, name, card }) => ({ value: id, label: `${name} ${card}` }))}
      onChange={(id) => onChange(hits.find((hit) => hit.id === (id as MemberId | null)) ?? null)}
    />
  )
}

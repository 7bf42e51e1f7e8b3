import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'

type Props = {
  value: MemberId | null
  onChange: (id: MemberId | null) => void
  startWith: string
  error?: string | undefined
}

/** Chooses one member by card, telephone, name or pinyin. */
export function MemberSelect({ value, onChange, startWith, error }: Props) {
  const t = useT('exports')
  const ui = useT('ui')
  const [text, setText] = useState(startWith)
  const [sought] = useDebouncedValue(text.split(' · ')[0] ?? '', 200)
  const hits = useQuery('members.find', { text: sought, limit: 20 }, { enabled: sought.trim() !== '' })
  const options = (hits.data ?? []).map(({ id, card, name, tier }) => ({
    value: id,
    label: `${card} · ${name} · ${ui(`tiers.${tier}`)}`,
  }))
  return (
    <Select
      label={t('form.member')}
      description={t('form.memberHint')}
      data={options}
      value={value}
      onChange={(id) => onChange(options.find((option) => option.value === id)?.value ?? null)}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      nothingFoundMessage={sought === '' ? undefined : t('form.nobody')}
      error={error}
      searchable
      clearable
      required
    />
  )
}

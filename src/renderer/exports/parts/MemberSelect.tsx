import type { MemberId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import { FoundSelect, useSeeking } from './FoundSelect.tsx'

type Props = { value: MemberId | null; onChange: (id: MemberId | null) => void; startWith: string }

/** Chooses one member by card, telephone, name or pinyin. */
export function MemberSelect({ value, onChange, startWith }: Props) {
  const t = useT('exports')
  const ui = useT('ui')
  const seeking = useSeeking(startWith)
  const text = seeking.sought
  const hits = useQuery('members.find', { text, limit: 20 }, { enabled: text.trim() !== '' })
  const options = (hits.data ?? []).map(({ id, card, name, tier }) => ({
    value: id,
    label: `${card} · ${name} · ${ui(`tiers.${tier}`)}`,
  }))
  return (
    <FoundSelect
      seeking={seeking}
      label={t('form.member')}
      hint={t('form.memberHint')}
      nothingFound={t('form.nobody')}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}

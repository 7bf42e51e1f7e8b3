import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import { FoundSelect, useSeeking } from './FoundSelect.tsx'

type Props = { value: CaseId | null; onChange: (id: CaseId | null) => void }

/** Chooses one case by its number or title. */
export function CaseSelect({ value, onChange }: Props) {
  const t = useT('exports')
  const seeking = useSeeking()
  const text = seeking.sought.trim()
  const hits = useQuery('cases.find', { text }, { enabled: text !== '' })
  const options = (hits.data ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }))
  return (
    <FoundSelect
      seeking={seeking}
      label={t('form.case')}
      hint={t('form.caseHint')}
      nothingFound={t('form.noCase')}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}

import type { AuthorityRow, CompensationForm } from '../../../shared/compensation/policy.ts'
import { authorityKey, authorityName } from '../../../shared/compensation/tariff-words.ts'
import { sideOf } from '../../../shared/contract.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { kmText, moneyText } from '../../ui/formats.ts'
import { type ListColumn, ListTable } from './ListTable.tsx'

type Props = { rows: readonly AuthorityRow[]; forms: readonly CompensationForm[] }

/** Domain 4.5: up to which amount each role decides. */
export function Authority({ rows, forms }: Props) {
  const t = useT('compensation')
  const side = sideOf(useLanguage())
  const columns: ListColumn<AuthorityRow>[] = [
    { header: t('policy.role'), cell: (row) => authorityName(row, forms, side) },
    { header: t('policy.maxMoney'), isNumber: true, cell: ({ maxFen }) => moneyText(maxFen) },
    { header: t('policy.maxMiles'), isNumber: true, cell: ({ maxMiles }) => kmText(maxMiles) },
  ]
  return <ListTable label={t('policy.authority')} columns={columns} rows={rows} rowKey={authorityKey} empty="" />
}

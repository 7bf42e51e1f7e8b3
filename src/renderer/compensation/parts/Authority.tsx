import { NumberInput } from '@mantine/core'
import type { AuthorityRow, CompensationPolicy } from '../../../shared/compensation/policy.ts'
import { useT } from '../../i18n/use-t.ts'
import { kmText, moneyText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { type ListColumn, ListTable } from './ListTable.tsx'

type Props = { policy: CompensationPolicy; isOpen: boolean; onChange: (rows: AuthorityRow[]) => void }

/** Domain 4.5: up to which amount each role decides. */
export function Authority({ policy, isOpen, onChange }: Props) {
  const t = useT('compensation')
  const u = useT('ui')
  const nameOf = useName()
  const { authority, forms } = policy
  const formName = (id: string) => {
    const form = forms.find((one) => one.id === id)
    return form ? nameOf(form.name) : t('policy.anyForm')
  }
  const change = (row: AuthorityRow, to: Partial<AuthorityRow>) =>
    onChange(authority.map((one) => (one === row ? { ...row, ...to } : one)))
  const whose = (row: AuthorityRow) => u(`roles.${row.role}`)
  const columns: ListColumn<AuthorityRow>[] = [
    { header: t('policy.role'), cell: whose },
    {
      header: `${t('policy.anyTier')} · ${t('policy.anyForm')}`,
      cell: ({ tier, form }) =>
        `${tier === 'any' ? t('policy.anyTier') : u(`tiers.${tier}`)} · ${form === 'any' ? t('policy.anyForm') : formName(form)}`,
    },
    {
      header: t('policy.maxMoney'),
      isNumber: true,
      cell: (row) =>
        isOpen ? (
          <YuanField
            aria-label={`${whose(row)} ${t('policy.maxMoney')}`}
            value={row.maxFen}
            onChange={(maxFen) => change(row, { maxFen: maxFen ?? 0 })}
          />
        ) : (
          moneyText(row.maxFen)
        ),
    },
    {
      header: t('policy.maxMiles'),
      isNumber: true,
      cell: (row) =>
        isOpen ? (
          <NumberInput
            aria-label={`${whose(row)} ${t('policy.maxMiles')}`}
            hideControls
            min={0}
            allowDecimal={false}
            value={row.maxMiles}
            onChange={(typed) => change(row, { maxMiles: typeof typed === 'number' ? typed : 0 })}
          />
        ) : (
          kmText(row.maxMiles)
        ),
    },
  ]
  return (
    <ListTable
      label={t('policy.authority')}
      columns={columns}
      rows={authority}
      rowKey={({ role, tier, form }) => `${role} ${tier} ${form}`}
      empty=""
    />
  )
}

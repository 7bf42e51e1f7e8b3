import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { AuthorityRow, CompensationForm } from '../../../shared/compensation/policy.ts'
import { authorityKey, authorityName } from '../../../shared/compensation/tariff-words.ts'
import { DESK_ROLES } from '../../../shared/roles.ts'
import { MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import styles from '../policies.module.css'
import { side } from '../words.ts'

type Props = {
  rows: readonly AuthorityRow[]
  forms: readonly CompensationForm[]
  onChange: (rows: AuthorityRow[]) => void
}

/** Domain 4.5: up to which amount each role decides, by tier and form where they differ. */
export function AuthorityFields({ rows, forms, onChange }: Props) {
  const t = useT('tariff')
  const change = (row: AuthorityRow, to: Partial<AuthorityRow>) =>
    onChange(rows.map((one) => (one === row ? { ...row, ...to } : one)))
  return (
    <>
      <table className={styles.table} aria-label={t('authority')}>
        <thead>
          <tr>
            <th>{t('who')}</th>
            <th>{t('maxMoney')}</th>
            <th>{t('maxMiles')}</th>
            <th aria-label={t('addLimit')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = authorityName(row, forms, side())
            return (
              <tr key={authorityKey(row)}>
                <td>{name}</td>
                <td>
                  <YuanField
                    aria-label={`${name} ${t('maxMoney')}`}
                    value={row.maxFen}
                    onChange={(maxFen) => change(row, { maxFen: maxFen ?? 0 })}
                  />
                </td>
                <td>
                  <NumberInput
                    aria-label={`${name} ${t('maxMiles')}`}
                    hideControls
                    min={0}
                    allowDecimal={false}
                    value={row.maxMiles}
                    onChange={(typed) => change(row, { maxMiles: Number(typed) || 0 })}
                  />
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={t('removeLimit', { name })}
                    onClick={() => onChange(rows.filter((one) => one !== row))}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <NewLimit forms={forms} taken={rows.map(authorityKey)} onAdd={(row) => onChange([...rows, row])} />
    </>
  )
}

type NewProps = { forms: readonly CompensationForm[]; taken: readonly string[]; onAdd: (row: AuthorityRow) => void }

function NewLimit({ forms, taken, onAdd }: NewProps) {
  const t = useT('tariff')
  const u = useT('ui')
  const [row, setRow] = useState<AuthorityRow>({ role: 'agent', tier: 'diamond', form: 'any', maxFen: 0, maxMiles: 0 })
  return (
    <fieldset className={styles.choices} aria-label={t('addLimit')}>
      <Select
        label={t('role')}
        allowDeselect={false}
        data={DESK_ROLES.map((role) => ({ value: role, label: u(`roles.${role}`) }))}
        value={row.role}
        onChange={(value) => setRow({ ...row, role: DESK_ROLES.find((one) => one === value) ?? row.role })}
      />
      <Select
        label={t('tier')}
        allowDeselect={false}
        data={[
          { value: 'any', label: t('anyTier') },
          ...MEMBER_TIERS.map((tier) => ({ value: tier, label: u(`tiers.${tier}`) })),
        ]}
        value={row.tier}
        onChange={(value) => setRow({ ...row, tier: MEMBER_TIERS.find((one) => one === value) ?? 'any' })}
      />
      <Select
        label={t('form')}
        allowDeselect={false}
        data={[
          { value: 'any', label: t('anyForm') },
          ...forms.map((form) => ({ value: form.id, label: form.name[side()] })),
        ]}
        value={row.form}
        onChange={(value) => setRow({ ...row, form: value ?? 'any' })}
      />
      <Button mt={24} variant="default" disabled={taken.includes(authorityKey(row))} onClick={() => onAdd(row)}>
        {t('addLimit')}
      </Button>
    </fieldset>
  )
}

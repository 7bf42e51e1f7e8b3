import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CompensationForm } from '../../../shared/compensation/policy.ts'
import { FORM_GROUP_NAMES, FORM_GROUPS, UNITS } from '../../../shared/compensation/words.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { optionsOf, side } from '../words.ts'

type Props = { forms: readonly CompensationForm[]; onChange: (forms: CompensationForm[]) => void }

const EMPTY: CompensationForm = { id: '', name: { zh: '', en: '' }, unit: 'fen', group: 'coupon', isActive: true }

/** S2-156..160: the ways to compensate; new ones are added, old ones are switched off. */
export function FormFields({ forms, onChange }: Props) {
  const t = useT('tariff')
  const [form, setForm] = useState(EMPTY)
  const { id, name, unit, group } = form
  const isWhole = [id, name.zh, name.en].every((one) => one.trim() !== '')
  const say = (part: Partial<CompensationForm['name']>) => setForm({ ...form, name: { ...name, ...part } })
  return (
    <>
      <div className={styles.choices}>
        {forms.map((one) => (
          <Checkbox
            key={one.id}
            label={`${one.name[side()]}（${t(`units.${one.unit}`)}）`}
            checked={one.isActive}
            onChange={(event) => {
              const isActive = event.currentTarget.checked
              onChange(forms.map((other) => (other === one ? { ...one, isActive } : other)))
            }}
          />
        ))}
      </div>
      <fieldset className={styles.choices} aria-label={t('addForm')}>
        <TextInput
          label={t('code')}
          w={130}
          value={id}
          onChange={(event) => setForm({ ...form, id: event.currentTarget.value })}
        />
        <TextInput label={t('nameZh')} value={name.zh} onChange={(event) => say({ zh: event.currentTarget.value })} />
        <TextInput label={t('nameEn')} value={name.en} onChange={(event) => say({ en: event.currentTarget.value })} />
        <Select
          label={t('unit')}
          w={130}
          allowDeselect={false}
          data={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
          value={unit}
          onChange={(value) => setForm({ ...form, unit: UNITS.find((one) => one === value) ?? unit })}
        />
        <Select
          label={t('group')}
          w={150}
          allowDeselect={false}
          data={optionsOf(FORM_GROUP_NAMES)}
          value={group}
          onChange={(value) => setForm({ ...form, group: FORM_GROUPS.find((one) => one === value) ?? group })}
        />
        <Button
          mt={24}
          variant="default"
          disabled={!isWhole}
          onClick={() => {
            onChange([...forms, form])
            setForm(EMPTY)
          }}
        >
          {t('addForm')}
        </Button>
      </fieldset>
    </>
  )
}

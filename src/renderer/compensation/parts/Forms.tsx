import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CompensationForm } from '../../../shared/compensation/policy.ts'
import { FORM_GROUP_NAMES, FORM_GROUPS, UNITS } from '../../../shared/compensation/words.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'

type Props = { forms: readonly CompensationForm[]; isOpen: boolean; onChange: (forms: CompensationForm[]) => void }

/** S2-156..160: the ways to compensate; new ones are added, old ones are switched off. */
export function Forms({ forms, isOpen, onChange }: Props) {
  const t = useT('compensation')
  const nameOf = useName()
  return (
    <>
      <ul className={styles.list}>
        {forms.map((form) => (
          <li key={form.id} className={styles.line}>
            <Checkbox
              label={nameOf(form.name)}
              checked={form.isActive}
              disabled={!isOpen}
              onChange={(event) => {
                const isActive = event.currentTarget.checked
                onChange(forms.map((one) => (one === form ? { ...form, isActive } : one)))
              }}
            />
            <span className={styles.faint}>
              {nameOf(FORM_GROUP_NAMES[form.group])} · {t(`policy.units.${form.unit}`)}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && <NewForm onAdd={(form) => onChange([...forms, form])} />}
    </>
  )
}

const EMPTY: CompensationForm = { id: '', name: { zh: '', en: '' }, unit: 'fen', group: 'coupon', isActive: true }

function NewForm({ onAdd }: { onAdd: (form: CompensationForm) => void }) {
  const t = useT('compensation')
  const nameOf = useName()
  const [form, setForm] = useState(EMPTY)
  const { id, name, unit, group } = form
  const isWhole = [id, name.zh, name.en].every((one) => one.trim() !== '')
  return (
    <fieldset className={styles.form} aria-label={t('policy.newForm')}>
      <TextInput
        label={t('policy.code')}
        value={id}
        onChange={(event) => setForm({ ...form, id: event.currentTarget.value })}
      />
      <TextInput
        label={t('policy.zh')}
        value={name.zh}
        onChange={(event) => setForm({ ...form, name: { ...name, zh: event.currentTarget.value } })}
      />
      <TextInput
        label={t('policy.en')}
        value={name.en}
        onChange={(event) => setForm({ ...form, name: { ...name, en: event.currentTarget.value } })}
      />
      <Select
        label={t('policy.unit')}
        allowDeselect={false}
        value={unit}
        data={UNITS.map((value) => ({ value, label: t(`policy.units.${value}`) }))}
        onChange={(value) => setForm({ ...form, unit: UNITS.find((one) => one === value) ?? 'fen' })}
      />
      <Select
        label={t('policy.group')}
        allowDeselect={false}
        value={group}
        data={choicesOf(FORM_GROUP_NAMES, nameOf)}
        onChange={(value) => setForm({ ...form, group: FORM_GROUPS.find((one) => one === value) ?? 'coupon' })}
      />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button
          variant="default"
          disabled={!isWhole}
          onClick={() => {
            onAdd(form)
            setForm(EMPTY)
          }}
        >
          {t('policy.newForm')}
        </Button>
      </div>
    </fieldset>
  )
}

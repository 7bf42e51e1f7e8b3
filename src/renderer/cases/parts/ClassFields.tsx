import { Collapse, SegmentedControl, Select, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { CONTENT_CLASS_NAMES } from '../../../shared/cases/axes.ts'
import {
  IMPORTANCE_NAMES,
  OBJECT_NAMES,
  SEVERITIES,
  SEVERITY_NAMES,
  TIME_CLASS_NAMES,
  URGENCY_NAMES,
} from '../../../shared/cases/words.ts'
import type { Bilingual } from '../../../shared/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { FieldRow } from '../../ui/fields.tsx'
import { choicesOf, namedBy, useName } from '../../ui/use-name.ts'
import type { FormPart } from './form-part.ts'
import styles from './new-case.module.css'
import { UserField } from './UserField.tsx'
import { usePreview } from './use-preview.ts'

const TABLES = {
  contentClass: CONTENT_CLASS_NAMES,
  objectClass: OBJECT_NAMES,
  department: {},
  timeClass: TIME_CLASS_NAMES,
  urgency: URGENCY_NAMES,
  importance: IMPORTANCE_NAMES,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

const AXES = Object.keys(TABLES) as (keyof typeof TABLES)[]

/** Category and nature decide most; each axis can be set otherwise (S2-12..18, S2-28, S2-29). */
export function ClassFields({ form, set, errors }: FormPart) {
  const t = useT('cases')
  const nameOf = useName()
  const preview = usePreview(form)
  const classes = useClasses()
  const tables = { ...TABLES, department: classes.deskNames }
  const given = (axis: (typeof AXES)[number]) =>
    axis === 'department' ? namesOfRows(classes.offered.desks) : TABLES[axis]
  const [isOpen, setOpen] = useState(AXES.some((axis) => form[axis] !== null))
  return (
    <>
      <Select
        label={t('form.category')}
        placeholder={t('form.categoryHint')}
        withAsterisk
        searchable
        maxDropdownHeight={320}
        data={categoryChoices(classes.offered.categories, classes, nameOf)}
        value={form.category}
        error={errors.category}
        onChange={(category) => set({ category })}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('form.severity')}
        value={form.severity}
        onChange={(value) => set({ severity: SEVERITIES.find((one) => one === value) ?? 'general' })}
        data={choicesOf(SEVERITY_NAMES, nameOf)}
      />
      <div>
        <UnstyledButton className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <IconChevronDown size={14} aria-hidden data-open={isOpen || undefined} />
          {t('form.axes')}
        </UnstyledButton>
        <Collapse expanded={isOpen}>
          <FieldRow columns={2}>
            {AXES.map((axis) => (
              <Select
                key={axis}
                label={t(`axes.${axis}`)}
                clearable
                placeholder={
                  preview ? t('form.auto', { value: namedBy(tables[axis], preview[axis], nameOf) }) : undefined
                }
                data={choicesOf(given(axis), nameOf)}
                value={form[axis]}
                error={errors[axis]}
                onChange={(value) => set({ [axis]: value })}
              />
            ))}
            <UserField
              label={t('form.owner')}
              placeholder={t('form.ownerMe')}
              clearable
              value={form.ownerId}
              error={errors.ownerId}
              onChange={(id) => set({ ownerId: id as typeof form.ownerId })}
            />
          </FieldRow>
        </Collapse>
      </div>
    </>
  )
}

const namesOfRows = (rows: readonly { code: string; name: Bilingual }[]) =>
  Object.fromEntries(rows.map(({ code, name }) => [code, name]))

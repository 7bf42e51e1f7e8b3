import { MultiSelect, Select, TextInput } from '@mantine/core'
import { ARTICLE_KIND_NAMES, OPEN_KINDS } from '../../../shared/knowledge/words.ts'
import { MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { categoryChoices, channelChoices, useClasses } from '../../ui/classes.ts'
import { DayField } from '../../ui/fields.tsx'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import type { FormPart } from './EditorPanel.tsx'

/** What kind of article it is, for whom, and how long it holds. */
export function PlainFields({ form, set, errors, isNew }: FormPart & { isNew: boolean }) {
  const t = useT('knowledge')
  const u = useT('ui')
  const nameOf = useName()
  const classes = useClasses()
  const isAgent = useSession((session) => session.user?.role) === 'agent'
  const kinds = choicesOf(ARTICLE_KIND_NAMES, nameOf).filter(({ value }) => !isAgent || OPEN_KINDS.includes(value))
  return (
    <>
      <Select
        label={t('edit.kind')}
        data={kinds}
        value={form.kind}
        allowDeselect={false}
        disabled={!isNew}
        onChange={(kind) => kind !== null && set({ kind })}
      />
      <Select
        label={t('edit.category')}
        placeholder={t('edit.any')}
        searchable
        clearable
        data={categoryChoices(classes.offered.categories, classes, nameOf)}
        value={form.category === '' ? null : (form.category ?? null)}
        onChange={(category) => set({ category: category ?? '' })}
      />
      <Select
        label={t('edit.tier')}
        data={[
          { value: 'any' as const, label: t('edit.any') },
          ...MEMBER_TIERS.map((value) => ({ value, label: u(`tiers.${value}`) })),
        ]}
        value={form.tier}
        allowDeselect={false}
        onChange={(tier) => tier !== null && set({ tier })}
      />
      <MultiSelect
        label={t('edit.channels')}
        placeholder={form.channels.length === 0 ? t('edit.any') : ''}
        data={channelChoices(classes.offered.channels, classes, nameOf)}
        value={form.channels}
        onChange={(channels) => set({ channels })}
      />
      <DayField
        label={t('edit.validFrom')}
        withAsterisk
        value={form.validFrom}
        error={errors.validFrom}
        onChange={(validFrom) => set({ validFrom: validFrom ?? '' })}
      />
      <DayField
        label={t('edit.validUntil')}
        value={form.validUntil}
        error={errors.validUntil}
        onChange={(validUntil) => set({ validUntil })}
      />
      {form.kind === 'travel' && (
        <TextInput
          label={t('edit.company')}
          maxLength={120}
          value={form.company}
          error={errors.company}
          onChange={(event) => set({ company: event.currentTarget.value })}
        />
      )}
      <TextInput
        className={record.wide ?? ''}
        label={t('edit.keywords')}
        description={t('edit.keywordsHint')}
        maxLength={400}
        value={form.keywords}
        error={errors.keywords}
        onChange={(event) => set({ keywords: event.currentTarget.value })}
      />
      {!isNew && (
        <TextInput
          className={record.wide ?? ''}
          label={t('edit.changeNote')}
          maxLength={500}
          value={form.changeNote}
          onChange={(event) => set({ changeNote: event.currentTarget.value })}
        />
      )}
    </>
  )
}

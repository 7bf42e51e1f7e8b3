import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo } from 'react'
import { AUDIT_OUTCOMES, type AuditFilter } from '../../../shared/audit/filter.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import { useQuery } from '../../use-query.ts'
import { auditedCalls } from '../call-names.ts'

type Props = { filter: AuditFilter; onChange: (filter: AuditFilter) => void }

/** What narrows the audit log; conditions that are left open narrow nothing. */
export function Filters({ filter, onChange }: Props) {
  const t = useT('audit')
  const language = useLanguage()
  const { data: people = [] } = useQuery('users.list', { includeDisabled: true }, { topics: ['users'] })
  const calls = useMemo(() => auditedCalls(language), [language])
  const set = (change: AuditFilter) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    )
  const actors = [
    ...people.map(({ id, name }) => ({ value: id as string, label: name })),
    { value: 'system', label: t('system') },
    { value: 'nobody', label: t('nobody') },
  ]
  return (
    <>
      <MomentField
        w={190}
        aria-label={t('filters.from')}
        leftSection={t('filters.fromShort')}
        value={filter.from ?? null}
        onChange={(from) => set({ from: from ?? undefined })}
      />
      <MomentField
        w={190}
        aria-label={t('filters.to')}
        leftSection={t('filters.toShort')}
        value={filter.to ?? null}
        onChange={(to) => set({ to: to ?? undefined })}
      />
      <Select
        w={150}
        aria-label={t('filters.actor')}
        placeholder={t('filters.anyone')}
        data={actors}
        value={filter.actor ?? null}
        onChange={(actor) => set({ actor: (actor ?? undefined) as UserId | undefined })}
        clearable
        searchable
      />
      <Select
        w={220}
        aria-label={t('filters.call')}
        placeholder={t('filters.anything')}
        data={calls}
        value={filter.call ?? null}
        onChange={(call) => set({ call: call ?? undefined })}
        clearable
        searchable
      />
      <Select
        w={120}
        aria-label={t('filters.outcome')}
        placeholder={t('filters.anyOutcome')}
        data={AUDIT_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={filter.outcome ?? null}
        onChange={(value) => set({ outcome: AUDIT_OUTCOMES.find((one) => one === value) })}
        clearable
      />
      <TextInput
        w={140}
        aria-label={t('filters.card')}
        placeholder={t('filters.card')}
        maxLength={40}
        value={filter.card ?? ''}
        onChange={(event) => set({ card: event.currentTarget.value })}
      />
      <TextInput
        w={170}
        aria-label={t('filters.case')}
        placeholder={t('filters.case')}
        maxLength={40}
        value={filter.caseNumber ?? ''}
        onChange={(event) => set({ caseNumber: event.currentTarget.value })}
      />
      <TextInput
        w={200}
        aria-label={t('filters.text')}
        placeholder={t('filters.text')}
        leftSection={<IconSearch size={14} />}
        maxLength={200}
        value={filter.text ?? ''}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Button variant="subtle" onClick={() => onChange({})}>
        {t('filters.clear')}
      </Button>
    </>
  )
}

import { Autocomplete, Button, Checkbox, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { type GroupCriteria, groupCriteria } from '../../../shared/groups/contract.ts'
import { PROVINCES } from '../../../shared/members/words.ts'
import { MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import {
  CUSTOMER_TYPE_NAMES,
  CUSTOMER_TYPES,
  ORIGIN_CHANNEL_NAMES,
  ORIGIN_CHANNELS,
  WISH_TOPIC_NAMES,
  WISH_TOPICS,
  WISH_VALUES,
  type WishTopic,
} from '../../../shared/wishes/words.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'

const shape = z.object({ name: z.string(), note: z.string(), criteria: groupCriteria })
type Draft = z.infer<typeof shape>
const EMPTY: Draft = {
  name: '',
  note: '',
  criteria: {
    tiers: ['diamond', 'platinum', 'gold', 'silver'],
    provinces: [],
    types: [],
    tags: [],
    origins: [],
    welcomesOffers: true,
    leastSpendFen: 0,
  },
}

/** A new target group: its criteria are counted before it is saved. */
export function GroupForm({ onDone }: { onDone: () => void }) {
  const t = useT('gathering')
  const draft = useDraft('target-group', 'new', { initial: EMPTY, shape })
  const count = useCommand('groups.preview', { quiet: true })
  const save = useCommand('groups.save', { quiet: true })
  const [counted, setCounted] = useState<{ considered: number; chosen: number } | null>(null)
  const { value } = draft
  const set = (change: Partial<Draft>) => {
    setCounted(null)
    draft.set((old) => ({ ...old, ...change }))
  }
  const tryOut = async () => {
    const result = await count.run({ criteria: value.criteria })
    if (result.ok) setCounted(result.value)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run(value)).ok) return
    await draft.discard()
    tellDone(t('groups.saved'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('groups.name')}
        value={value.name}
        maxLength={60}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={save.fieldErrors.name}
      />
      <TextInput
        label={t('groups.note')}
        value={value.note}
        maxLength={500}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <CriteriaFields
        criteria={value.criteria}
        onChange={(change) => set({ criteria: { ...value.criteria, ...change } })}
      />
      <div className={styles.wide} aria-live="polite">
        {counted !== null &&
          t('groups.counted', { considered: countText(counted.considered), chosen: countText(counted.chosen) })}
        <FailureAlert failure={save.failure ?? count.failure} />
      </div>
      <div className={`${styles.wide} ${styles.buttons}`}>
        <DraftHint draft={draft} />
        <Button variant="default" loading={count.isBusy} onClick={() => void tryOut()}>
          {t('groups.preview')}
        </Button>
        <Button type="submit" loading={save.isBusy} disabled={value.name.trim() === ''}>
          {t('groups.save')}
        </Button>
      </div>
    </form>
  )
}

type FieldsProps = { criteria: GroupCriteria; onChange: (change: Partial<GroupCriteria>) => void }

function CriteriaFields({ criteria, onChange }: FieldsProps) {
  const t = useT('gathering')
  const u = useT('ui')
  const nameOf = useName()
  return (
    <>
      <MultiSelect
        label={t('groups.tiers')}
        value={criteria.tiers}
        data={MEMBER_TIERS.map((tier) => ({ value: tier, label: u(`tiers.${tier}`) }))}
        onChange={(next) => onChange({ tiers: MEMBER_TIERS.filter((tier) => next.includes(tier)) })}
      />
      <TagsInput
        label={t('groups.provinces')}
        value={criteria.provinces}
        data={PROVINCES}
        onChange={(provinces) => onChange({ provinces })}
      />
      <MultiSelect
        label={t('groups.types')}
        value={criteria.types}
        data={choicesOf(CUSTOMER_TYPE_NAMES, nameOf)}
        onChange={(next) => onChange({ types: CUSTOMER_TYPES.filter((type) => next.includes(type)) })}
      />
      <MultiSelect
        label={t('groups.origins')}
        value={criteria.origins}
        data={choicesOf(ORIGIN_CHANNEL_NAMES, nameOf)}
        onChange={(next) => onChange({ origins: ORIGIN_CHANNELS.filter((one) => next.includes(one)) })}
      />
      <TagField criteria={criteria} onChange={onChange} />
      <YuanField
        label={t('groups.leastSpend')}
        value={criteria.leastSpendFen === 0 ? null : criteria.leastSpendFen}
        onChange={(fen) => onChange({ leastSpendFen: fen ?? 0 })}
      />
      <Checkbox
        mt={26}
        label={t('groups.welcomesOffers')}
        checked={criteria.welcomesOffers}
        onChange={(event) => onChange({ welcomesOffers: event.currentTarget.checked })}
      />
    </>
  )
}

/** One tag all members of the group have. */
function TagField({ criteria, onChange }: FieldsProps) {
  const t = useT('gathering')
  const nameOf = useName()
  const [tag] = criteria.tags
  const [topic, setTopic] = useState<WishTopic>(tag?.topic ?? 'trip')
  const choices = choicesOf(WISH_VALUES[topic], nameOf)
  const label = choices.find(({ value }) => value === tag?.value)?.label ?? tag?.value ?? ''
  const change = (words: string) => {
    const value = choices.find((one) => one.label === words)?.value ?? words
    onChange({ tags: value === '' ? [] : [{ topic, value }] })
  }
  return (
    <>
      <Select
        label={t('groups.tagTopic')}
        value={topic}
        data={choicesOf(WISH_TOPIC_NAMES, nameOf)}
        onChange={(next) => {
          setTopic(WISH_TOPICS.find((one) => one === next) ?? 'trip')
          onChange({ tags: [] })
        }}
      />
      <Autocomplete
        label={t('groups.tagValue')}
        value={label}
        maxLength={60}
        data={choices.map((one) => one.label)}
        onChange={change}
      />
    </>
  )
}

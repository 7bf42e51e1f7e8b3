import { Autocomplete, Chip, Select, TextInput, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import { MEMBER_STATUS_NAMES, MEMBER_STATUSES, PROVINCES } from '../../../shared/members/words.ts'
import { MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { useName } from '../../ui/use-name.ts'
import type { ListState } from '../list-state.ts'
import styles from '../members.module.css'
import { LIST_ID } from './MemberTable.tsx'

/** The look-up field and the filters of the list. */
export function FilterBar({ list, onOpen }: { list: ListState; onOpen: (id: MemberId) => void }) {
  const t = useT('members')
  const field = useRef<HTMLInputElement>(null)
  useShortcut({ id: 'members.search', keys: '/', label: t('list.search'), group: t('title') }, () =>
    field.current?.select(),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const first = list.rows.row(0)
    if (event.key === 'Escape' && list.text !== '') list.setText('')
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>(`#${LIST_ID} [role=grid]`)?.focus()
    else if (event.key === 'Enter' && list.mode === 'find' && first) onOpen(first.id)
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextInput
        ref={field}
        className={styles.search ?? ''}
        aria-label={t('list.search')}
        placeholder={t('list.searchHint')}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={<KeyHint keys="/" />}
        value={list.text}
        onChange={(event) => list.setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      <Filters list={list} />
    </>
  )
}

function Filters({ list }: { list: ListState }) {
  const t = useT('members')
  const u = useT('ui')
  const nameOf = useName()
  const { filter, setFilter, isToVerify, setToVerify } = list
  return (
    <>
      <Select
        aria-label={t('list.tier')}
        w={116}
        disabled={isToVerify}
        value={filter.tier ?? ''}
        onChange={(value) => setFilter({ tier: MEMBER_TIERS.find((tier) => tier === value) ?? null })}
        data={[
          { value: '', label: t('list.allTiers') },
          ...MEMBER_TIERS.map((tier) => ({ value: tier, label: u(`tiers.${tier}`) })),
        ]}
      />
      <Select
        aria-label={t('list.status')}
        w={110}
        disabled={isToVerify}
        value={filter.status ?? ''}
        onChange={(value) => setFilter({ status: MEMBER_STATUSES.find((status) => status === value) ?? null })}
        data={[
          { value: '', label: t('list.anyStatus') },
          ...MEMBER_STATUSES.map((status) => ({ value: status, label: nameOf(MEMBER_STATUS_NAMES[status]) })),
        ]}
      />
      <ProvinceField
        value={filter.province ?? ''}
        isDisabled={isToVerify}
        onChange={(province) => setFilter({ province: province || null })}
      />
      <Tooltip label={t('list.toVerifyHint')}>
        <Chip size="xs" checked={isToVerify} onChange={setToVerify}>
          {t('list.toVerify')}
        </Chip>
      </Tooltip>
    </>
  )
}

type ProvinceProps = { value: string; isDisabled: boolean; onChange: (province: string) => void }

/** Takes effect when one is chosen, Enter is pressed or the field is left, not at each letter. */
function ProvinceField({ value, isDisabled, onChange }: ProvinceProps) {
  const t = useT('members')
  const [text, setText] = useState(value)
  return (
    <Autocomplete
      aria-label={t('list.province')}
      placeholder={t('list.anyProvince')}
      w={120}
      disabled={isDisabled}
      data={PROVINCES}
      value={text}
      onChange={(next) => {
        setText(next)
        if (next === '') onChange('')
      }}
      onOptionSubmit={onChange}
      onBlur={() => text.trim() !== value && onChange(text.trim())}
      onKeyDown={(event) => event.key === 'Enter' && onChange(text.trim())}
      clearable
    />
  )
}

import { Autocomplete, type RenderAutocompleteOption } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { MemberHit } from '../../shared/members/model.ts'
import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { TierBadge } from '../ui/badges.tsx'
import { useShortcut } from '../ui/keys.ts'
import { useNavigation } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'
import styles from './members.module.css'
import { openMember } from './open.ts'
import { localPhone } from './phone.ts'

/** Looks a member up from any page: type, arrow, Enter. The members' own page has a field that does more. */
export function FindMember() {
  const role = useSession((state) => state.user?.role)
  const page = useNavigation((state) => state.place?.page)
  return DESK_ROLES.some((each) => each === role) && page !== 'members' ? <FindField /> : null
}

function FindField() {
  const t = useT('members')
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const { data = [] } = useQuery('members.find', { text: asked || '-', limit: 8 }, { enabled: asked !== '' })
  useShortcut({ id: 'members.find', keys: '/', label: t('list.search'), group: t('title') }, () =>
    field.current?.select(),
  )
  const hits = asked === '' ? [] : data
  const open = (hit: MemberHit | undefined) => {
    if (!hit) return
    openMember(hit.id)
    setText('')
  }
  // Enter takes the first answer unless an arrow has chosen another one.
  const openFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) open(hits[0])
  }
  const option: RenderAutocompleteOption = ({ option: { value } }) => {
    const hit = hits.find(({ id }) => id === value)
    return (
      hit && (
        <span className={styles.option}>
          <strong>{hit.name}</strong>
          <TierBadge tier={hit.tier} />
          <span className={`${styles.dim} num`}>
            {hit.card} {localPhone(hit.maskedMobile)}
          </span>
        </span>
      )
    )
  }
  return (
    <Autocomplete
      ref={field}
      className={styles.headerSearch ?? ''}
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconUserSearch size={15} aria-hidden />}
      data={hits.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      renderOption={option}
      onKeyDown={openFirst}
      comboboxProps={{ width: 360, position: 'bottom-end' }}
      value={text}
      onChange={setText}
      onOptionSubmit={(value) => open(hits.find(({ id }) => id === value))}
    />
  )
}

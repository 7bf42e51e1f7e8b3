import { Autocomplete, type RenderAutocompleteOption } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { TierBadge } from '../ui/badges.tsx'
import { useShortcut } from '../ui/keys.ts'
import { useQuery } from '../use-query.ts'
import styles from './members.module.css'
import { openMember } from './open.ts'

/** Looks a member up from any page: type, arrow, Enter. */
export function FindMember() {
  const role = useSession((state) => state.user?.role)
  return DESK_ROLES.some((each) => each === role) ? <FindField /> : null
}

function FindField() {
  const t = useT('members')
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const { data = [] } = useQuery('members.find', { text: asked || '-', limit: 8 }, { enabled: asked !== '' })
  useShortcut({ id: 'members.find', keys: '/', label: t('list.search'), group: t('title') }, () => field.current?.select())
  const hits = asked === '' ? [] : data
  const option: RenderAutocompleteOption = ({ option: { value } }) => {
    const hit = hits.find(({ id }) => id === value)
    return (
      hit && (
        <span className={styles.option}>
          <strong>{hit.name}</strong>
          <TierBadge tier={hit.tier} />
          <span className={`${styles.dim} num`}>
            {hit.card} {hit.maskedMobile.replace(/^\+86/, '')}
          </span>
        </span>
      )
    )
  }
  return (
    <Autocomplete
      ref={field}
      w={230}
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconUserSearch size={15} aria-hidden />}
      data={hits.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      renderOption={option}
      selectFirstOptionOnChange
      comboboxProps={{ width: 360, position: 'bottom-end' }}
      value={text}
      onChange={setText}
      onOptionSubmit={(value) => {
        const hit = hits.find(({ id }) => id === value)
        if (hit) openMember(hit.id)
        setTimeout(() => setText(''))
      }}
    />
  )
}

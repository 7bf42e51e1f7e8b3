import { ActionIcon, Combobox, Input, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { type Ref, useCallback, useRef, useState } from 'react'
import type { OpenBasis } from '../../../shared/cases/views.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { useQuery } from '../../use-query.ts'
import styles from './new-case.module.css'

type Props = { member: OpenBasis['member']; onChoose: (id: MemberId | null) => void; error: string | undefined }

/** The member a case is about: found by telephone, card, name or pinyin. */
export function MemberField({ member, onChoose, error }: Props) {
  const t = useT('cases')
  const isByHand = useRef(false)
  const choose = (id: MemberId | null) => {
    isByHand.current = true
    onChoose(id)
  }
  // What was chosen takes the place of the field, and the field that of what was taken out: whoever works by keys goes on from there.
  const takeFocus = useCallback((node: HTMLElement | null) => {
    if (!node || !isByHand.current) return
    isByHand.current = false
    node.focus()
  }, [])
  if (!member) return <MemberSearch onChoose={choose} error={error} fieldRef={takeFocus} />
  return (
    <Input.Wrapper label={t('form.member')} error={error}>
      <div className={styles.member}>
        <strong>{member.name}</strong>
        <TierBadge tier={member.tier} />
        <span className="num">{member.card}</span>
        <ActionIcon
          ref={takeFocus}
          aria-label={t('form.memberClear')}
          color="gray"
          ml="auto"
          onClick={() => choose(null)}
        >
          <IconX size={15} />
        </ActionIcon>
      </div>
    </Input.Wrapper>
  )
}

const SEARCH_FROM = 2

type SearchProps = Omit<Props, 'member'> & { fieldRef: Ref<HTMLInputElement> }

function MemberSearch({ onChoose, error, fieldRef }: SearchProps) {
  const t = useT('cases')
  const combobox = useCombobox()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 180)
  const isAsked = wanted.length >= SEARCH_FROM
  const { data, isLoading } = useQuery('members.find', { text: wanted, limit: 8 }, { enabled: isAsked })
  const choose = (id: string) => {
    setText('')
    combobox.closeDropdown()
    onChoose(id as MemberId)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          ref={fieldRef}
          label={t('form.member')}
          placeholder={t('form.memberSearch')}
          error={error}
          value={text}
          rightSection={isLoading && isAsked ? <Loader size={14} /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isAsked}>
        <Combobox.Options>
          {data?.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <span className={styles.hit}>
                <strong>{hit.name}</strong>
                <TierBadge tier={hit.tier} />
                <span className="num">{hit.card}</span>
                <span className="num">{hit.maskedMobile}</span>
              </span>
            </Combobox.Option>
          ))}
          {data?.length === 0 && !isLoading && <Combobox.Empty>{t('form.memberNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { OfferedMacro } from '../../../shared/macros/model.ts'
import { plainText } from '../../../shared/search/tokens.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { orChinese, useName } from '../../ui/use-name.ts'
import styles from './macros.module.css'

const TONES = { fits: 'good', any: 'neutral', other: 'neutral' } as const

type Props = { macros: readonly OfferedMacro[]; onChoose: (macro: OfferedMacro) => void }

/** The macros for a case in the order in which they fit, narrowed by typing, chosen with the arrows and Enter. */
export function Choose({ macros, onChoose }: Props) {
  const t = useT('macros')
  const nameOf = useName()
  const id = useId()
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const sought = plainText(text.trim())
  const hits = macros.filter(({ name }) => [name.zh, name.en].some((one) => plainText(one).includes(sought)))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const hit = hits[place]
    if (step !== undefined) setPlace(Math.max(0, Math.min(hits.length - 1, place + step)))
    else if (event.key === 'Enter' && hit) onChoose(hit)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.stack}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={hits[place] ? `${id}-${place}` : undefined}
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        maxLength={60}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setPlace(0)
        }}
      />
      <div className={styles.faint}>{t('hint')}</div>
      <div id={`${id}-list`} role="listbox" aria-label={t('list')} className={styles.choices}>
        {hits.map((macro, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above answers the keys for the whole list
          <div
            key={macro.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === place}
            className={styles.choice}
            onClick={() => onChoose(macro)}
          >
            <strong>{nameOf(orChinese(macro.name))}</strong>
            <span className={styles.faint}>{macro.acts.map((act) => t(`acts.${act}`)).join(' · ')}</span>
            <span className={styles.push}>
              {macro.scope === 'own' && <StateBadge tone="info" label={t('scopes.own')} />}
              <StateBadge tone={TONES[macro.fit]} label={t(`fits.${macro.fit}`)} />
            </span>
          </div>
        ))}
      </div>
      {hits.length === 0 && (
        <div className={styles.faint}>{macros.length === 0 ? t('none') : t('notFound', { text: text.trim() })}</div>
      )}
    </div>
  )
}

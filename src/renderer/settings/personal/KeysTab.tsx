import { Alert, Button, ScrollArea, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { canHaveKeys } from '../../../shared/settings/combos.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAllShortcuts } from '../../ui/all-shortcuts.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import type { KnownShortcut } from '../../ui/own-keys.ts'
import record from '../../ui/record.module.css'
import { KeyCapture } from './KeyCapture.tsx'
import styles from './personal.module.css'
import { type PersonalProps, usePersonal } from './use-personal.ts'

/** Every shortcut with its keys: changed by pressing others, refused in words when those are taken, and reset. */
export function KeysTab({ value }: PersonalProps) {
  const t = useT('personal')
  const known = useAllShortcuts()
  const [filter, setFilter] = useState('')
  const [editing, setEditing] = useState<string | null>(null)
  const [refusal, setRefusal] = useState('')
  const { change } = usePersonal(value)
  const all = [...known].sort((a, b) => a.group.localeCompare(b.group) || a.label.localeCompare(b.label))
  const shown = all.filter(({ label, group }) => `${group} ${label}`.toLowerCase().includes(filter.toLowerCase()))
  const keysOf = ({ id, keys }: KnownShortcut) => value.keys[id] ?? keys

  const give = async (one: KnownShortcut, keys: string) => {
    const others = all.map((each) => ({ id: each.id, label: each.label, keys: keysOf(each) }))
    const verdict = canHaveKeys(one.id, keys, others)
    setEditing(null)
    if (!verdict.allowed) {
      const reason = failureText({ code: 'RULE', rule: verdict.rule, params: verdict.params })
      setRefusal(t('keys.taken', { keys, reason }))
      return
    }
    setRefusal('')
    const { [one.id]: _, ...rest } = value.keys
    await change({ keys: keys === one.keys ? rest : { ...rest, [one.id]: keys } })
  }
  const reset = (id: string) => {
    const { [id]: _, ...rest } = value.keys
    setRefusal('')
    void change({ keys: rest })
  }
  return (
    <>
      <Text size="sm" c="dimmed" mt="xs">
        {t('keys.hint')}
      </Text>
      <div className={styles.bar}>
        <TextInput
          aria-label={t('keys.filter')}
          placeholder={t('keys.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={Object.keys(value.keys).length === 0}
          onClick={() => void change({ keys: {} })}
        >
          {t('keys.resetAll')}
        </Button>
      </div>
      {refusal !== '' && (
        <Alert color="red" role="alert" mb="xs">
          {refusal}
        </Alert>
      )}
      <ScrollArea.Autosize mah={380} viewportProps={{ tabIndex: 0, 'aria-label': t('tabs.keys') }}>
        <ul className={record.list} aria-label={t('tabs.keys')}>
          {shown.map((one) => (
            <li key={one.id} className={styles.key}>
              <span className={record.faint}>{one.group}</span>
              <span>{one.label}</span>
              {editing === one.id ? (
                <KeyCapture
                  label={t('keys.press')}
                  onKeys={(keys) => void give(one, keys)}
                  onGiveUp={() => setEditing(null)}
                />
              ) : (
                <span data-keys={keysOf(one)}>
                  <KeyHint keys={one.keys} />
                  <span className="visually-hidden">{keysOf(one)}</span>
                </span>
              )}
              <span className={styles.acts}>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('keys.changeOf', { name: one.label })}
                  onClick={() => {
                    setRefusal('')
                    setEditing(one.id)
                  }}
                >
                  {t('keys.change')}
                </Button>
                {value.keys[one.id] !== undefined && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={t('keys.resetOf', { name: one.label })}
                    onClick={() => reset(one.id)}
                  >
                    {t('keys.reset')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <Text size="sm">{t('keys.none')}</Text>}
      </ScrollArea.Autosize>
    </>
  )
}

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPaperclip, IconTrash } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import type { Attachments } from '../attachments.ts'
import { filesOf } from '../hold.ts'
import { stampOf, usePasteAnywhere } from '../use-paste.ts'
import styles from './evidence.module.css'

/** Files that go in with a case while it is registered: dropped, pasted or chosen, each with a word about it. */
export function AttachFirst({ attachments }: { attachments: Attachments }) {
  const t = useT('evidence')
  const { waiting, set, choose, take } = attachments
  const [isOver, setOver] = useState(false)
  const files = (data: DataTransfer | null) => filesOf(data, stampOf(Date.now()))
  usePasteAnywhere(take)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(files(event.dataTransfer))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a place to drop on; the button in it does the same by keyboard
    <div
      role="group"
      aria-label={t('withCase')}
      className={styles.attach}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {waiting.map((one) => (
        <div key={one.key} className={styles.attachLine}>
          <span className={styles.waitingName}>{one.name}</span>
          <TextInput
            className={styles.grow ?? ''}
            aria-label={`${one.name} ${t('note')}`}
            placeholder={t('noteHint')}
            maxLength={500}
            value={one.note}
            onChange={(event) => {
              const note = event.currentTarget.value
              set((old) => old.map((other) => (other.key === one.key ? { ...other, note } : other)))
            }}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('leaveOut', { name: one.name })}
            onClick={() => set((old) => old.filter(({ key }) => key !== one.key))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.attachLine}>
        <span className={styles.hint}>{isOver ? t('dropNow') : t('withCaseHint')}</span>
        <Button variant="default" leftSection={<IconPaperclip size={14} />} onClick={() => void choose()}>
          {t('add')}
        </Button>
      </div>
    </div>
  )
}

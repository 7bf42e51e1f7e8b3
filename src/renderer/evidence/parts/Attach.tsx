import { Button, TextInput } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { filesOf } from '../hold.ts'
import { type AddFile, useAttach } from '../use-attach.ts'
import { stampOf } from '../use-paste.ts'
import styles from './evidence.module.css'

/** Where files are dropped, pasted or chosen, with a note for whoever looks at them later. */
export function Attach({ add, noteHint }: { add: AddFile; noteHint: string }) {
  const t = useT('evidence')
  const { note, setNote, isBusy, choose, take } = useAttach(add)
  const [isOver, setOver] = useState(false)
  const files = (data: DataTransfer | null) => filesOf(data, stampOf(Date.now()))
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(files(event.dataTransfer))
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = files(event.clipboardData)
    if (pasted.length === 0) return
    event.preventDefault()
    void take(pasted)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button beside it does the same by keyboard
    <div
      className={styles.attach}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      <div className={styles.attachLine}>
        <TextInput
          className={styles.grow ?? ''}
          aria-label={t('note')}
          placeholder={noteHint}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconPaperclip size={14} />}
          loading={isBusy}
          onClick={() => void choose()}
        >
          {t('add')}
        </Button>
      </div>
      <div className={styles.hint}>{isOver ? t('dropNow') : t('drop')}</div>
      <div className={styles.hint}>{t('allowed')}</div>
    </div>
  )
}

import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import styles from './record.module.css'
import { TextArea } from './TextArea.tsx'

export type TextActButton = {
  label: string
  onSend: (text: string) => Promise<boolean>
  isBusy: boolean
  isMain?: boolean
  /** True when it goes without words. */
  isFree?: boolean
}

type Props = { label: string; buttons: readonly TextActButton[]; children?: ReactNode; isReady?: boolean }

/** One text and what to do with it: a reason with its decision, a note with its outcome. Empties itself when done. */
export function TextAct({ label, buttons, children, isReady = true }: Props) {
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  return (
    <fieldset className={styles.form} aria-label={label}>
      {children}
      <TextArea
        className={styles.wide ?? ''}
        label={label}
        minRows={1}
        maxRows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={`${styles.wide} ${styles.buttons}`}>
        {buttons.map(({ label: name, onSend, isBusy, isMain = false, isFree = false }) => (
          <Button
            key={name}
            variant={isMain ? 'filled' : 'default'}
            loading={isBusy}
            disabled={!isReady || (isEmpty && !isFree)}
            onClick={async () => {
              if (await onSend(text)) setText('')
            }}
          >
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

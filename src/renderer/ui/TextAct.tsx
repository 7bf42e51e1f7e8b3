import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { DraftKey } from '../../shared/drafts/model.ts'
import { DraftHint } from '../drafts/DraftHint.tsx'
import { KeepLines } from '../drafts/KeepLines.tsx'
import { KEPT_TEXT } from '../drafts/kept-text.ts'
import { type DraftForm, useDraft } from '../drafts/use-draft.ts'
import { useStaleWhile } from './case-on-page.ts'
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

type Props = {
  label: string
  buttons: readonly TextActButton[]
  children?: ReactNode
  isReady?: boolean
  /** Under which name the text is kept while it is written, so that a lock or a crash loses no word of it. */
  keep?: DraftKey
  /** True when its words rest on how the case on the page stands: what others do to it meanwhile is looked at first. */
  isOnCase?: boolean
}

/** One text and what to do with it: a reason with its decision, a note with its outcome. Empties itself when done. */
export function TextAct({ keep, ...rest }: Props) {
  return keep ? <KeptAct {...rest} keep={keep} /> : <LooseAct {...rest} />
}

function KeptAct({ keep: { kind, subject }, children, ...rest }: Props & { keep: DraftKey }) {
  const draft = useDraft(kind, subject, KEPT_TEXT)
  return (
    <Act {...rest} text={draft.value} setText={draft.set} empty={draft.discard} draft={draft}>
      {children}
      {children && <KeepLines kind={kind} subject={`${subject} lines`} />}
    </Act>
  )
}

function LooseAct(props: Props) {
  const [text, setText] = useState('')
  return <Act {...props} text={text} setText={setText} empty={async () => setText('')} />
}

type ActProps = Omit<Props, 'keep'> & {
  text: string
  setText: (text: string) => void
  empty: () => Promise<void>
  draft?: DraftForm<string>
}

function Act({ label, buttons, children, isReady = true, isOnCase = false, text, setText, empty, draft }: ActProps) {
  const isEmpty = text.trim() === ''
  const stale = useStaleWhile(isOnCase && !isEmpty, draft?.restoredAt)
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
      {stale.isHeld && <div className={styles.wide}>{stale.notice(() => void empty())}</div>}
      <div className={`${styles.wide} ${styles.buttons}`}>
        {draft && <DraftHint draft={draft} />}
        {buttons.map(({ label: name, onSend, isBusy, isMain = false, isFree = false }) => (
          <Button
            key={name}
            variant={isMain ? 'filled' : 'default'}
            loading={isBusy}
            disabled={!isReady || stale.isHeld || (isEmpty && !isFree)}
            onClick={async () => {
              if (await onSend(text)) await empty()
            }}
          >
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

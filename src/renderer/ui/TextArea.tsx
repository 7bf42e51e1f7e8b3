import { Textarea, type TextareaProps } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { type ChangeEvent, type CSSProperties, useContext, useEffect, useRef } from 'react'
import type { DraftKey } from '../../shared/drafts/model.ts'
import type { Instant } from '../../shared/time.ts'
import { DraftHint } from '../drafts/DraftHint.tsx'
import { keptAbout } from '../drafts/kept-about.ts'
import { useKeptField } from '../drafts/use-kept-field.ts'
import styles from './TextArea.module.css'

type Props = Omit<TextareaProps, 'autosize' | 'rows' | 'resize'> & {
  /** Lines it never falls below. */
  minRows?: number
  /** Lines from which on it scrolls; it grows without end when none are given. */
  maxRows?: number
  /** Under which name the text is kept while it is written; left out only where the form as a whole keeps it. */
  keep?: DraftKey | undefined
  /** Told when a kept text came back, with the moment it had been saved. */
  onRestored?: ((at: Instant) => void) | undefined
}

/**
 * A field for text of several lines that is as high as its text. The style sheet says so rather than Mantine's own
 * `autosize`, which measures by laying out the page anew for each field and each letter.
 */
export function TextArea({ keep, onRestored, ...rest }: Props) {
  return keep ? <KeptArea {...rest} keep={keep} onRestored={onRestored} /> : <Area {...rest} />
}

type AreaProps = Omit<Props, 'keep' | 'onRestored'>
type KeptProps = AreaProps & { keep: DraftKey; onRestored: Props['onRestored'] }

function Area({ minRows = 1, maxRows, ref, ...rest }: AreaProps) {
  const rows: CSSProperties & Record<`--${string}`, number | undefined> = { '--least': minRows, '--most': maxRows }
  return <Textarea {...rest} ref={ref} classNames={{ input: styles.input }} styles={{ input: rows }} />
}

function KeptArea({ keep, onRestored, onChange, ref, ...rest }: KeptProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const refs = useMergedRef(field, ref)
  const about = useContext(keptAbout)
  const subject = about === '' ? keep.subject : `${about} ${keep.subject}`
  const draft = useKeptField({ kind: keep.kind, subject }, field, String(rest.value ?? ''))
  const { restoredAt } = draft
  useEffect(() => {
    if (restoredAt !== null) onRestored?.(restoredAt)
  }, [restoredAt, onRestored])
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    draft.typed(event.currentTarget.value)
    onChange?.(event)
  }
  const isShown = restoredAt !== null || draft.saving === 'failed'
  return (
    <div className={rest.className}>
      <Area {...rest} className="" ref={refs} onChange={change} />
      {isShown && <DraftHint draft={draft} />}
    </div>
  )
}

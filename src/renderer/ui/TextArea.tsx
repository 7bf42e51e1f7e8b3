import { Textarea, type TextareaProps } from '@mantine/core'
import type { CSSProperties } from 'react'
import styles from './TextArea.module.css'

type Props = Omit<TextareaProps, 'autosize' | 'rows' | 'resize'> & {
  /** Lines it never falls below. */
  minRows?: number
  /** Lines from which on it scrolls; it grows without end when none are given. */
  maxRows?: number
}

/**
 * A field for text of several lines that is as high as its text. The style sheet says so rather than Mantine's own
 * `autosize`, which measures by laying out the page anew for each field and each letter.
 */
export function TextArea({ minRows = 1, maxRows, ...rest }: Props) {
  const rows: CSSProperties & Record<`--${string}`, number | undefined> = { '--least': minRows, '--most': maxRows }
  return <Textarea {...rest} classNames={{ input: styles.input }} styles={{ input: rows }} />
}

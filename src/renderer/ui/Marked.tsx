import { Fragment } from 'react'
import { markedParts } from '../../shared/search/marking.ts'

/** A text in which the searched words are marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return markedParts(text, words).map((part, place) =>
    part.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are told apart by their place only
      <mark key={place}>{part.text}</mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are told apart by their place only
      <Fragment key={place}>{part.text}</Fragment>
    ),
  )
}

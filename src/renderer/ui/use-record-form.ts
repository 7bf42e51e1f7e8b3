import { type ReactNode, useEffect, useState } from 'react'
import { z } from 'zod'
import type { DraftKey } from '../../shared/drafts/model.ts'
import { changedParts, isSame, threeWay } from '../../shared/three-way.ts'
import { call } from '../client.ts'
import { type DraftForm, useDraft } from '../drafts/use-draft.ts'
import { useStale } from './case-on-page.ts'

/** How a field of a form is called, and what of it is read by whom it is shown. */
export type FieldWords<T> = { [Name in keyof T & string]?: [label: string, shown: (value: T[Name]) => string] }

export type RecordForm<T> = {
  form: T
  change: (to: Partial<T>) => void
  draft: Pick<DraftForm<unknown>, 'restoredAt' | 'saving' | 'discard'>
  /** True while what others did is not answered: the form is not to be handed in. */
  isHeld: boolean
  /** The number to hand the form in with. */
  expectedSeq: number
  /** Who did what meanwhile, with what they changed of the form; merging keeps what only they changed. */
  notice: (words: FieldWords<T>, onDrop: () => void) => ReactNode
}

type Held<T> = { seq: number; base: T; form: T }

type Recorded<T> = {
  /** What the record holds now, and at which entry of its case. */
  now: T
  seq: number
  shape: z.ZodType<T>
}

/**
 * A form on a case that begins with what is recorded. It is kept while it is written, with what it began with and the
 * newest entry its writer had seen: others' later changes are shown beside it and merged or taken, never lost unseen.
 */
export function useRecordForm<T extends object>(key: DraftKey, { now, seq, shape }: Recorded<T>): RecordForm<T> {
  const [initial] = useState(() => ({ seq, base: now, form: now }))
  const [kept] = useState(() => z.object({ seq: z.number(), base: shape, form: shape }))
  const draft = useDraft<Held<T>>(key.kind, key.subject, { initial, shape: kept })
  // A form in which nothing is written yet goes along with the record.
  const written = (held: Held<T>) => (isSame(held.form, held.base) ? { seq, base: now, form: now } : held)
  const { seq: since, base, form } = written(draft.value)
  const stale = useStale(since)
  const take = () => draft.set((old) => ({ seq, base: now, form: threeWay(old.base, old.form, now) }))
  return {
    ...{ form, draft, isHeld: stale.isHeld },
    change: (to) =>
      draft.set((old) => {
        const held = written(old)
        return { ...held, form: { ...held.form, ...to } }
      }),
    expectedSeq: stale.isHeld ? since : (stale.lastSeq ?? seq),
    notice: (words, drop) =>
      stale.notice({
        onApply: take,
        onDrop: () => {
          void draft.discard()
          drop()
        },
        changed: changedParts(base, form, now).flatMap(({ name, isBoth }) => {
          const said = words[name]
          return said ? [{ label: said[0], theirs: said[1](now[name]), isBoth }] : []
        }),
      }),
  }
}

export type FormOpen = readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void]

/** Whether a form is open: by itself too where its writer left text in it. */
export function useFormOpen({ kind, subject }: DraftKey): FormOpen {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let isCurrent = true
    void call('drafts.load', { kind, subject }).then((found) => {
      if (isCurrent && found.ok && found.value !== null) setOpen(true)
    })
    return () => {
      isCurrent = false
    }
  }, [kind, subject])
  return [isOpen, setOpen]
}

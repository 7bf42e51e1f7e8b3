import { type FormEvent, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'

/** What every row of the lists has. */
export type ClassRow = { code: string; name: { zh: string; en: string }; isActive: boolean }

export type ClassFormState<R extends ClassRow> = {
  /** The row as it is kept; its code is empty while the row is new. */
  start: R
  /** The row as it is written now. */
  row: R
  isNew: boolean
  change: (part: Partial<R>) => void
  submit: (event: FormEvent) => Promise<void>
}

/** What a form about one row of a list holds, and its saving; `onSaved` gets the code under which the row is kept. */
export function useClassForm<R extends ClassRow>(
  start: R,
  send: (input: R & { isNew: boolean }) => Promise<{ ok: boolean }>,
  onSaved: (code: string) => void,
): ClassFormState<R> {
  const t = useT('classes')
  const nameOf = useName()
  const [row, setRow] = useState(start)
  const isNew = start.code === ''
  return {
    ...{ start, row, isNew },
    change: (part) => setRow({ ...row, ...part }),
    submit: async (event) => {
      event.preventDefault()
      if (!(await send({ ...row, isNew })).ok) return
      tellDone(t('saved', { name: nameOf(row.name) }))
      onSaved(row.code)
    },
  }
}

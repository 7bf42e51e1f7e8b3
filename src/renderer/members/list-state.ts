import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { Failure, Result } from '../../shared/failure.ts'
import type { MemberFilter, MemberHit, MemberRow } from '../../shared/members/model.ts'
import type { MemberOrder } from '../../shared/members/words.ts'
import { call, onTopics } from '../client.ts'
import { queryRows, type Rows, useWindowedRows } from '../ui/rows.ts'
import { useQuery } from '../use-query.ts'

/** What the list shows: a look-up while text is typed, those to verify, or a stretch of all members. */
export type ListMode = 'all' | 'find' | 'toVerify'

/** One line, whichever question it answers. */
export type Listed = Pick<MemberRow, 'id' | 'card' | 'name' | 'tier' | 'status' | 'maskedMobile'> &
  Partial<MemberRow & MemberHit>

export type ListState = {
  text: string
  setText: (text: string) => void
  filter: MemberFilter
  setFilter: (change: { [K in keyof MemberFilter]?: MemberFilter[K] | null }) => void
  order: MemberOrder
  setOrder: (order: MemberOrder) => void
  isToVerify: boolean
  setToVerify: (isOn: boolean) => void
  mode: ListMode
  rows: Rows<Listed>
}

/** A key pressed in a row leads to one question, not five. */
const TYPING_MS = 120
const MOST_HITS = 50
const MOST_TO_VERIFY = 500

/** Filters, order and text of the list, and the rows that answer them. */
export function useMemberList(): ListState {
  const [text, setText] = useState('')
  const [filter, replaceFilter] = useState<MemberFilter>({})
  const [order, setOrder] = useState<MemberOrder>('tier')
  const [isToVerify, setToVerify] = useState(false)
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS)
  const mode: ListMode = asked !== '' ? 'find' : isToVerify ? 'toVerify' : 'all'

  const found = useQuery(
    'members.find',
    { text: asked || '-', limit: MOST_HITS },
    { topics: ['members'], enabled: mode === 'find' },
  )
  const due = useQuery(
    'members.toVerify',
    { limit: MOST_TO_VERIFY },
    { topics: ['members'], enabled: mode === 'toVerify' },
  )
  const all = useAllMembers(filter, order)

  return {
    ...{ text, setText, filter, order, setOrder, isToVerify, mode },
    // A look-up knows no filter, so choosing one ends it.
    setFilter: (change) => {
      setText('')
      replaceFilter((old) => withoutNothing({ ...old, ...change }))
    },
    setToVerify: (isOn) => {
      setText('')
      setToVerify(isOn)
    },
    rows:
      mode === 'find' ? queryRows(found, (hits) => hits) : mode === 'toVerify' ? queryRows(due, (rows) => rows) : all,
  }
}

function withoutNothing(filter: { [K in keyof MemberFilter]?: MemberFilter[K] | null }): MemberFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )
}

type Counted = Promise<Result<{ total: number }>>

/** The whole list in blocks; how many there are is asked once per filter, since counting reads more than a block does. */
function useAllMembers(filter: MemberFilter, order: MemberOrder): Rows<Listed> {
  const counts = useRef(new Map<string, Counted>())
  // Heard before the rows are read anew, for it is set up first.
  useEffect(() => onTopics(['members'], () => counts.current.clear()), [])

  const countOf = (): Counted => {
    const key = JSON.stringify(filter)
    const known = counts.current.get(key) ?? call('members.count', { filter })
    counts.current.set(key, known)
    return known
  }
  return useWindowedRows<Listed>({
    key: JSON.stringify([filter, order]),
    topics: ['members'],
    loadRange: async (from, to) => {
      const [counted, page] = await Promise.all([
        countOf(),
        call('members.page', { filter, order, offset: from, limit: to - from }),
      ])
      if (!counted.ok) return refused(counts.current, counted.failure)
      return page.ok ? { ok: true, value: { total: counted.value.total, rows: page.value } } : page
    },
  })
}

function refused(counts: Map<string, Counted>, failure: Failure): Result<never> {
  counts.clear()
  return { ok: false, failure }
}

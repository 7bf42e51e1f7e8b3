import { create } from 'zustand'
import type { Failure } from '../shared/failure.ts'

/** How one reading of a component stands, as far as the component does not say so itself. */
export type Read = {
  /** What went wrong, when the component has not looked at it. */
  failure: Failure | undefined
  /** True while nothing is there yet, when the component has not asked whether it is. */
  isAwaited: boolean
  reload: () => void
}

type Store = { reads: ReadonlyMap<object, Read> }

/** The readings that nobody shows: the desk tells of them above the page. */
export const useUntoldReads = create<Store>(() => ({ reads: new Map() }))

/** A fault of the desk or of its store; a refusal is an answer, and who asked knows what it means. */
export function isFault(failure: Failure): boolean {
  if (failure.code === 'RULE') return failure.rule.startsWith('store-')
  return failure.code === 'INTERNAL' || failure.code === 'UNKNOWN_CALL'
}

/** Notes how a reading stands, by whatever stands for it; one that is told elsewhere or well is forgotten. */
export function noteRead(key: object, read: Read): void {
  const failure = read.failure && isFault(read.failure) ? read.failure : undefined
  const { reads } = useUntoldReads.getState()
  const before = reads.get(key)
  if (before?.failure === failure && (before?.isAwaited ?? false) === read.isAwaited) return
  const next = new Map(reads)
  if (failure || read.isAwaited) next.set(key, { ...read, failure })
  else next.delete(key)
  useUntoldReads.setState({ reads: next })
}

/** The component is gone, and its reading with it. */
export function forgetRead(key: object): void {
  const { reads } = useUntoldReads.getState()
  if (!reads.has(key)) return
  const next = new Map(reads)
  next.delete(key)
  useUntoldReads.setState({ reads: next })
}

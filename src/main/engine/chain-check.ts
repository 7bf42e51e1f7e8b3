import type { Desk, OpenStore } from './desk.ts'
import { dispatchAsSystem } from './dispatch.ts'

/** Beats after a sign-in before the chain is looked at: the first pages are painted by then. */
const AFTER_BEATS = 20

const beats = new WeakMap<OpenStore, number>()

/**
 * Verifies the newer part of the audit chain once after each sign-in, where heavy queries have a thread of their own;
 * nothing waits for it.
 */
export function beatChainCheck(desk: Desk): void {
  const { open, host } = desk
  if (!open || !host.readerThread) return
  const count = (beats.get(open) ?? 0) + 1
  beats.set(open, count)
  if (count === AFTER_BEATS) void checkRecentChain(desk).catch((error) => host.log('chain check', error))
}

/** Verifies the chain from the place that was verified before, and keeps how it fared. */
export async function checkRecentChain(desk: Desk): Promise<void> {
  const asSystem = (name: string, input: unknown) => ({
    ...{ name, input, progress: () => {} },
    signal: new AbortController().signal,
  })
  const checked = await dispatchAsSystem(desk, asSystem('audit.verifyRecent', {}))
  if (checked.ok) await dispatchAsSystem(desk, asSystem('audit.noteVerified', checked.value))
}

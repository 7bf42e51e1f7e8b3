import type { Bridge, Push, RequestOptions, ShellCallName, ShellCalls } from '../shared/bridge.ts'
import type { Topic } from '../shared/contract.ts'
import type { CallName, Input, Output } from '../shared/contracts.ts'
import type { Result } from '../shared/failure.ts'

/** What the preload script put on the window; the only cast at this border. */
const bridge = () => (globalThis as unknown as { desk: Bridge }).desk

async function ask<T>(name: string, input: unknown, options?: RequestOptions): Promise<Result<T>> {
  try {
    return (await bridge().call(name, input, options)) as Result<T>
  } catch {
    return { ok: false, failure: { code: 'INTERNAL', ref: 'bridge' } }
  }
}

/** Asks the desk by a declared call's name; a failure is a value, this never throws. */
export function call<N extends CallName>(
  name: N,
  input: Input<N>,
  options?: RequestOptions,
): Promise<Result<Output<N>>> {
  return ask(name, input, options)
}

/** Asks the shell: file dialogs, cancelling, new windows. */
export function shell<N extends ShellCallName>(
  name: N,
  input: ShellCalls[N]['input'],
): Promise<Result<ShellCalls[N]['output']>> {
  return ask(name, input)
}

const listeners = new Set<(push: Push) => void>()
let isListening = false

/** Hears everything the desk pushes to this window; returns how to stop. */
export function onPush(listener: (push: Push) => void): () => void {
  listeners.add(listener)
  if (!isListening) {
    isListening = true
    bridge().listen((push) => {
      for (const each of [...listeners]) each(push)
    })
  }
  return () => {
    listeners.delete(listener)
  }
}

/** Hears when any of these topics changed, also by another window. */
export function onTopics(topics: readonly Topic[], listener: () => void): () => void {
  return onPush((push) => {
    if (push.kind === 'changed' && push.topics.some((topic) => topics.includes(topic))) listener()
  })
}

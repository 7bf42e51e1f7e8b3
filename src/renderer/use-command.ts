import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallName, Input, Output } from '../shared/contracts.ts'
import type { Failure, Result } from '../shared/failure.ts'
import { readAgain } from './cases/read-again.ts'
import { call } from './client.ts'
import { textsHandedIn } from './drafts/handed-in.ts'
import { fieldMessages } from './failure-text.ts'
import { noteOwnWrite, pastOwnWrites } from './own-writes.ts'
import { tellFailure } from './ui/notify.ts'

export type CommandOptions = {
  /** True: the caller shows `failure` itself (FailureAlert); otherwise a notification does. */
  quiet?: boolean
  /** Runs before the outcome shows and the form can be sent again; a constant function. */
  settle?: () => Promise<void>
}

export type Command<N extends CallName> = {
  run: (input: Input<N>, options?: { job?: string }) => Promise<Result<Output<N>>>
  isBusy: boolean
  failure: Failure | undefined
  /** Sentences by input field (dotted path), after INVALID_INPUT; feed them to `form.setErrors` or `error=`. */
  fieldErrors: Record<string, string>
  clear: () => void
}

/** Makes a command from a component: busy while it runs, its failure as a notification or beside the fields. */
export function useCommand<N extends CallName>(name: N, options: CommandOptions = {}): Command<N> {
  const { quiet = false, settle } = options
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | undefined>()
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  const run = useCallback(
    async (input: Input<N>, extra?: { job?: string }) => {
      setBusy(true)
      setFailure(undefined)
      const sent = pastOwnWrites(input)
      const result = await call(name, sent, extra)
      if (result.ok) {
        noteOwnWrite(sent, result.value)
        textsHandedIn(sent)
      }
      await settle?.()
      if (!result.ok && !quiet) tellFailure(result.failure)
      if (!result.ok && result.failure.code === 'CONFLICT' && result.failure.entity === 'case') readAgain()
      if (mounted.current) {
        setBusy(false)
        setFailure(result.ok ? undefined : result.failure)
      }
      return result
    },
    [name, quiet, settle],
  )
  const clear = useCallback(() => setFailure(undefined), [])
  const fieldErrors = failure?.code === 'INVALID_INPUT' ? fieldMessages(failure.issues) : {}
  return { run, isBusy, failure, fieldErrors, clear }
}

import { type CallLink, type LinkRefusal, linkAmong } from '../../shared/calls/link.ts'
import type { Result } from '../../shared/failure.ts'
import type { Instant } from '../../shared/time.ts'

/** More calls than this do not wait for a sign-in; the oldest gives way. */
const MOST_HELD = 20

/** A call as the telephone system announced it, with the moment at which it did. */
export type Announced = CallLink & { rungAt: Instant }

type Outside = {
  announce: (call: Announced) => Promise<Result<unknown>>
  refuse: (reason: LinkRefusal) => void
  log: (line: string) => void
  now: () => Instant
}

/** Reads links of the telephone system and hands them to the desk. */
export type CallLinks = {
  /** Takes the arguments of a start: of this one, or of a second one. */
  offer(argv: readonly string[]): boolean
  /** Tries again what waited, after somebody signed in. */
  retry(): void
}

/**
 * Announces each call once. While nobody who takes calls is signed in, calls wait here with the moment they rang: only
 * in memory, since numbers are personal data and the store is still closed.
 */
export function holdLinks({ announce, refuse, log, now }: Outside): CallLinks {
  let held: Announced[] = []
  let running: Promise<void> | undefined
  let isAskedAgain = false

  const hold = (call: Announced) => {
    if (held.some(({ externalId }) => externalId === call.externalId)) return
    held = [...held, call].slice(-MOST_HELD)
  }

  async function run(): Promise<void> {
    for (const call of [...held]) {
      const result = await announce(call)
      if (!result.ok && isTooEarly(result.failure)) return
      if (!result.ok) log(`a call could not be announced: ${result.failure.code}`)
      held = held.filter((other) => other !== call)
    }
  }

  const retry = () => {
    if (running) isAskedAgain = true
    if (held.length === 0 || running) return
    running = run().finally(() => {
      running = undefined
      const again = isAskedAgain
      isAskedAgain = false
      if (again) retry()
    })
  }

  return {
    offer: (argv) => {
      const parsed = linkAmong(argv)
      if (parsed === undefined) return false
      if (parsed.ok) {
        hold({ ...parsed.link, rungAt: now() })
        retry()
        return true
      }
      log(`call link refused: ${parsed.reason}`)
      refuse(parsed.reason)
      return false
    },
    retry,
  }
}

/** Nobody signed in, nobody who takes calls, or a one-time password that has to be replaced first. */
function isTooEarly(failure: Extract<Result<unknown>, { ok: false }>['failure']): boolean {
  return (
    failure.code === 'LOCKED' ||
    failure.code === 'FORBIDDEN' ||
    (failure.code === 'RULE' && failure.rule === 'password-change-first')
  )
}

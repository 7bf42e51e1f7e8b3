import type { Bilingual } from '../../shared/contract.ts'

/** Exit codes: done, refused or found wrong, wrong usage. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** A reason to end that is the command line's own, not the dispatcher's. */
export class Stop extends Error {
  readonly code: string
  readonly text: Bilingual
  readonly exit: Exit
  constructor(code: string, text: Bilingual, exit: Exit) {
    super(code)
    this.name = 'Stop'
    this.code = code
    this.text = text
    this.exit = exit
  }
}

/** Ends with exit code 2: the command was not written as it must be. */
export function misuse(text: Bilingual): never {
  throw new Stop('USAGE', text, EXIT.usage)
}

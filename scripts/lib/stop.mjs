import { say } from './say.mjs'

/** A reason to stop that is meant for the person at the keyboard, not a defect of the scripts. */
export class Stop extends Error {}

/** Runs a script's main function; a reason to stop is printed without a stack, and the exit code is 1. */
export async function main(body) {
  try {
    await body()
  } catch (error) {
    say(error instanceof Stop ? `\n${error.message}` : `\n${error?.stack ?? error}`)
    process.exitCode = 1
  }
}

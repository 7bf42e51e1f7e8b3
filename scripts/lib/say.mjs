let quiet = false

/** From now on only what has work to do, or went wrong, is printed. */
export function beQuiet() {
  quiet = true
}

/** Prints one line of progress; on stderr, because stdout belongs to the command that was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Prints a line that is of no interest when only the result was asked for. */
export function mention(line) {
  if (!quiet) say(line)
}

/** Nothing counted yet. */
export const NONE = { passed: 0, failed: 0, skipped: 0 }

/** One check that passed or failed as a whole. */
export const single = (isPassed) => (isPassed ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 })

/** The sum of several counts. */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NONE,
  )
}

/** A tool that ended badly although its report names no failure has failed once. */
export function withExitCode(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/** A count in words. */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

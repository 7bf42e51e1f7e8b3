/** How much a run holds and measures. */
export type Size = {
  name: string
  members: number
  calls: number
  openCases: number
  /** Entries of the audit chain that is verified. */
  chain: number
  /** Rows of the table that is imported. */
  importRows: number
  /** Calls loaded in bulk. */
  bulkRows: number
  /** Cases whose limits all ran out while the desk was shut; each has six. */
  overdueCases: number
  /** Open cases of a desk that catches up after eight hours. */
  downtimeCases: number
  /** Closed cases on which a policy is tried out. */
  closedCases: number
  /** Cases opened one after another in the window. */
  openings: number
  /** Rows of the largest export. */
  exportRows: number
  /** Rounds of a short measurement. */
  rounds: number
}

const FULL: Size = {
  name: 'full',
  members: 1_000_000,
  calls: 5_000_000,
  openCases: 100_000,
  chain: 500_000,
  importRows: 200_000,
  bulkRows: 500_000,
  overdueCases: 16_667,
  downtimeCases: 100_000,
  closedCases: 200_000,
  openings: 1000,
  exportRows: 1_000_000,
  rounds: 2000,
}

const QUICK: Size = {
  name: 'quick',
  members: 50_000,
  calls: 250_000,
  openCases: 10_000,
  chain: 50_000,
  importRows: 50_000,
  bulkRows: 100_000,
  overdueCases: 3334,
  downtimeCases: 10_000,
  closedCases: 20_000,
  openings: 200,
  exportRows: 50_000,
  rounds: 500,
}

export type Options = {
  size: Size
  isJson: boolean
  only: RegExp | undefined
  task: 'rows' | 'ciphers' | 'anchor' | 'help'
}

/** Reads the command line; throws a sentence about an option it does not know. */
export function readOptions(args: readonly string[]): Options {
  const options: Options = { size: FULL, isJson: false, only: undefined, task: 'rows' }
  for (const arg of args) {
    if (arg === '--quick') options.size = QUICK
    else if (arg === '--json') options.isJson = true
    else if (arg === '--ciphers') options.task = 'ciphers'
    else if (arg === '--anchor') options.task = 'anchor'
    else if (arg === '--help' || arg === '-h') options.task = 'help'
    else if (arg.startsWith('--only=')) options.only = new RegExp(arg.slice('--only='.length))
    else throw new Error(`unknown option ${arg}; see --help`)
  }
  return options
}

export const HELP = `npm run bench -- [--quick] [--json] [--only=WORDS] [--ciphers | --anchor]

Measures the desk against named baselines, pairs in turns in the same run, and writes docs/benchmarks.md and .json.
  --quick      a twentieth of the data, a few minutes; writes no document
  --json       prints the rows as JSON; writes no document
  --only=...   only the parts whose name matches this expression; the others stay in the document as they are
  --ciphers    compares the ciphers of decision 0060
  --anchor     measures the note of the audit head of decision 0061
The data is made once from a seed and kept in .cache/bench.
`

/** What can be wrong with a bundle. */
export const PROBLEM_CODES = [
  'unreadable',
  'encrypted',
  'archive',
  'too-large',
  'missing',
  'extra',
  'order',
  'manifest',
  'public-key',
  'signature',
  'key-not-pinned',
  'size',
  'hash',
  'rows',
  'counts',
  'sums',
  'checkpoint',
  'chain',
  'audit',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One finding; the detail is a plain English sentence, the code is for programs and translations. */
export type Problem = { code: ProblemCode; file?: string; detail: string }

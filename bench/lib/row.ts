import { median, quantile, type Samples } from './measure.ts'

/** One line of the table: what was measured, against what, and how it compares with what we aim at. */
export type BenchRow = {
  name: string
  baseline: string
  ours: string
  theirs: string
  /** Ours over the baseline, or a plain figure; `aim` says which and how much. */
  result: string
  aim: string
  isMet: boolean | null
}

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** 0.0123 ms → `12.3 µs`. */
export function inWords(ms: number): string {
  if (ms < 1) return `${digits(ms * 1000)} µs`
  return ms < 10_000 ? `${digits(ms)} ms` : `${digits(ms / 1000)} s`
}

const spread = (samples: Samples) => `${inWords(median(samples))} / ${inWords(quantile(samples, 0.95))}`

export const thousands = (value: number): string => Math.round(value).toLocaleString('en-US')

type Compared = { name: string; baseline: string; ours: Samples; theirs: Samples; most: number; more?: string }

/** Times of ours against a baseline's: the median and the 95th percentile of each, and how many times longer ours takes. */
export function timesRow({ name, baseline, ours, theirs, most, more }: Compared): BenchRow {
  const ratio = median(ours) / median(theirs)
  const late = quantile(ours, 0.95) / quantile(theirs, 0.95)
  const result = `${ratio.toFixed(2)}× (p95 ${late.toFixed(2)}×)${more ? `; ${more}` : ''}`
  return { name, baseline, ours: spread(ours), theirs: spread(theirs), result, aim: `≤ ${most}×`, isMet: ratio <= most }
}

type Runs = { name: string; runs: readonly Samples[]; mostMs: number; baseline?: string; theirs?: Samples }

/** Several runs of one thing that has a limit of its own: the median of their 95th percentiles counts, each is shown. */
export function runsRow({ name, runs, mostMs, baseline = '–', theirs }: Runs): BenchRow {
  const value = median(runs.map((run) => quantile(run, 0.95)))
  return {
    name,
    baseline,
    ours: runs.map(spread).join('; '),
    theirs: theirs ? spread(theirs) : '–',
    result: `p95 ${inWords(value)}`,
    aim: `p95 ≤ ${inWords(mostMs)}`,
    isMet: value <= mostMs,
  }
}

/** Times of ours that have a limit of their own. */
export function limitRow(name: string, ours: Samples, share: number, mostMs: number): BenchRow {
  const value = quantile(ours, share)
  const aim = `p${share * 100} ≤ ${inWords(mostMs)}`
  return {
    name,
    baseline: '–',
    ours: spread(ours),
    theirs: '–',
    result: `p${share * 100} ${inWords(value)}`,
    aim,
    isMet: value <= mostMs,
  }
}

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

/** What a program asked of the system about some files, in order. */
export type Step =
  | { kind: 'write'; file: string; at: number | null; bytes: Buffer }
  | { kind: 'cut'; file: string; length: number }
  | { kind: 'sync'; file: string }
  | { kind: 'open'; file: string; isMade: boolean; isEmptied: boolean }
  | { kind: 'remove'; file: string }
  | { kind: 'rename'; file: string; to: string }
  /** A line on its standard output. */
  | { kind: 'said'; line: string }

const CALLS = 'write,writev,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,openat'
const LONGEST = 2_000_000

/** True where strace is there and may look at a program. */
export const hasTracer: boolean = (() => {
  try {
    execFileSync('strace', ['-o', '/dev/null', '-e', 'trace=none', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** The words before a program that have its writes, flushes and renames noted in a log, with every byte. */
export const noted = (log: string): string[] => [
  ...['strace', '-f', '--seccomp-bpf', '-y', '-xx', '-s', String(LONGEST), '-o', log, '-e', `trace=${CALLS}`],
]

/** Reads such a log: what concerns files whose place begins with these letters, and what was said. */
export function readSteps(log: string, prefix: string): Step[] {
  const begun = new Map<string, string>()
  const steps: Step[] = []
  for (const line of fs.readFileSync(log, 'latin1').split('\n')) {
    const found = /^(\d+) +(.*)$/.exec(line)
    if (!found) continue
    const [, thread = '', rest = ''] = found
    const unfinished = / <unfinished \.\.\.>$/.exec(rest)
    if (unfinished) begun.set(thread, rest.slice(0, unfinished.index))
    else
      steps.push(
        ...stepOf(
          rest.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? ''),
          prefix,
        ),
      )
  }
  return steps
}

const text = (escaped: string) => bytesOf(escaped).toString('utf8')
const bytesOf = (escaped: string) => Buffer.from(escaped.replaceAll('\\x', ''), 'hex')

function stepOf(call: string, prefix: string): Step[] {
  const [, name = '', said = '', answer = ''] = /^(\w+)\((.*)\) += (-?\d+|\?)/.exec(call) ?? []
  if (answer.startsWith('-') || answer === '?') return []
  const file = text(/^\d+<([^>]*)>/.exec(said)?.[1] ?? '')
  const strings = [...said.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')
  const isOurs = file.startsWith(prefix)
  if (name.startsWith('write') && said.startsWith('1<')) {
    const lines = strings.map(text).join('').split('\n')
    return lines.filter((line) => line !== '').map((line) => ({ kind: 'said', line }))
  }
  if (name === 'openat') return openOf(text(strings[0] ?? ''), said, prefix)
  if (name.startsWith('unlink')) return ours(prefix, { kind: 'remove', file: text(strings[0] ?? '') })
  if (name.startsWith('rename')) {
    const [from = '', to = ''] = strings.map(text)
    return ours(prefix, { kind: 'rename', file: from, to })
  }
  const isFolder = file !== '' && prefix.startsWith(`${file}/`)
  if (/sync$/.test(name)) return isOurs || isFolder ? [{ kind: 'sync', file }] : []
  if (!isOurs) return []
  const last = Number(/(\d+)$/.exec(said)?.[1])
  if (name === 'ftruncate') return [{ kind: 'cut', file, length: last }]
  const bytes = Buffer.concat(strings.map(bytesOf)).subarray(0, Number(answer))
  return [{ kind: 'write', file, at: name === 'pwrite64' ? last : null, bytes }]
}

function openOf(file: string, said: string, prefix: string): Step[] {
  const [isMade, isEmptied] = [said.includes('O_CREAT'), said.includes('O_TRUNC')]
  return ours(prefix, { kind: 'open', file, isMade, isEmptied })
}

const ours = (prefix: string, step: Step & { file: string }): Step[] => (step.file.startsWith(prefix) ? [step] : [])

import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

export const PASSWORD = 'correct horse battery'

/** The least that libsodium allows. */
export const CHEAP = { opslimit: 1, memlimit: 8192 }

/** How many times a program is killed at each kind of work; more with FAULT_ROUNDS. */
export const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 4)

/** A program of ours in a process of its own, and the words it has said. */
export type Child = {
  words: string[]
  /** Waits for a word; answers false when the program ends first. */
  said(word: string): Promise<boolean>
  /** Sends it a word. */
  tell(word: string): void
  /** Ends it as a power cut would, without any chance to clean up. */
  kill(): Promise<void>
  ended: Promise<void>
}

/** Starts the second program at a task (see program.ts). */
export function startChild(task: string, address: string, more = ''): Child {
  const program = path.join(import.meta.dirname, 'program.ts')
  const args = ['--disable-warning=ExperimentalWarning', program, task, address, more]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  // It may have been killed before it read what it was told.
  child.stdin.on('error', () => {})
  const words: string[] = []
  const listeners = new Set<() => void>()
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    words.push(...lines)
    for (const listen of listeners) listen()
  })
  const ended = endOf(child)
  return {
    words,
    ended,
    said: (word) =>
      new Promise((resolve) => {
        const look = () => {
          if (!words.some((line) => line.startsWith(word))) return
          listeners.delete(look)
          resolve(true)
        }
        listeners.add(look)
        look()
        void ended.then(() => resolve(words.some((line) => line.startsWith(word))))
      }),
    tell: (word) => child.stdin.write(`${word}\n`),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()))
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

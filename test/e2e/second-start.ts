import { spawn } from 'node:child_process'
import path from 'node:path'
import { electronArguments, electronEnvironment, electronExecutable } from '../../scripts/lib/electron-path.mjs'
import type { RunningDesk } from './desk.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Starts the program a second time on the same folder, as the operating system does with a link; ends when it has. */
export async function startAgain({ folder }: RunningDesk, ...args: string[]): Promise<number | null> {
  const all = [...electronArguments(), ROOT, `--user-data-dir=${folder}`, ...args]
  const again = spawn(electronExecutable(), all, {
    cwd: ROOT,
    env: { ...process.env, ...electronEnvironment() },
    stdio: 'ignore',
  })
  return new Promise((resolve) => again.once('exit', (code) => resolve(code)))
}

/** The link with which a telephone system announces a call. */
export function callLink(from: string, id: string): string {
  return `vipdesk://call?from=${from}&id=${id}`
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'

const PROGRAMS = ['dbus-daemon', 'gnome-keyring-daemon']

/** A real keychain for one test, as a Linux desktop has: what to start the desk with, and its end. */
export type RunningKeychain = { env: Record<string, string>; args: string[]; close(): void }

/** Whether this machine has the programs of GNOME's keychain. */
export const hasKeychain = PROGRAMS.every((program) => spawnSync(program, ['--version']).status === 0)

/** What a desk is started with where no keychain is to be found. */
export const WITHOUT_KEYCHAIN = { args: ['--password-store=basic'] }

/** Starts GNOME's keychain, empty and open, on a session bus of its own. */
export async function startKeychain(): Promise<RunningKeychain> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-keychain-'))
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = (await firstOutput(bus)).trim()
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder }
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  daemon.stdin.end('a password of the computer')
  await expect.poll(() => fs.existsSync(path.join(folder, 'keyrings/login.keyring'))).toBe(true)
  const close = () => {
    for (const program of [daemon, bus]) program.kill()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { env: { DBUS_SESSION_BUS_ADDRESS: address }, args: ['--password-store=gnome-libsecret'], close }
}

function firstOutput(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    program.stdout?.once('data', (data: Buffer) => resolve(data.toString()))
    program.once('exit', (code) => reject(new Error(`${program.spawnfile} ended with ${code}`)))
  })
}

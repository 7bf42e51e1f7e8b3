import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ask, benchEngine, createDesk } from '../lib/desk.ts'
import { inTurns } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, timesRow } from '../lib/row.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const EMPTY = path.join(ROOT, 'bench/empty-window')

/** Both programs wait this long before they picture themselves; it is no part of what is measured. */
const PICTURE_AFTER_MS = 300

type Launcher = { executable: string; switches: string[]; close: () => void }

/** From nothing to a sign-in screen that can be typed into, against Electron's empty window. */
export async function coldStart(size: Size): Promise<BenchRow> {
  const launcher = await prepareWindow()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-start-'))
  const engine = benchEngine(path.join(folder, 'desk.db'))
  await createDesk(engine)
  await ask(engine, 'session.lock', { reason: 'asked' })
  const rounds = size.name === 'quick' ? 5 : 15
  try {
    const samples = await inTurns(rounds, {
      ours: () => runOnce(launcher, ROOT, folder),
      theirs: () => runOnce(launcher, EMPTY, folder),
    })
    const without = (times: number[]) => times.map((ms) => ms - PICTURE_AFTER_MS)
    return timesRow({
      name: 'Program start to a sign-in screen that can be used',
      baseline: 'an empty Electron window',
      ours: without(samples.ours),
      theirs: without(samples.theirs),
      most: 1.5,
    })
  } finally {
    launcher.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Electron, a screen for it and the built app; the same steps as for the tests in the window. */
async function prepareWindow(): Promise<Launcher> {
  const load = (name: string) => import(new URL(`../../scripts/lib/${name}.mjs`, import.meta.url).href)
  await (await load('set-up')).prepareWindow()
  await (await load('build')).buildApp()
  const { electronArguments, electronExecutable } = await load('electron-path')
  const display = await (await load('display')).openDisplay()
  Object.assign(process.env, display.env)
  return { executable: electronExecutable(), switches: electronArguments(), close: display.close }
}

async function runOnce({ executable, switches }: Launcher, app: string, store: string): Promise<void> {
  const profile = fs.mkdtempSync(path.join(store, 'profile-'))
  const picture = path.join(profile, 'picture.png')
  const args = [
    ...switches,
    app,
    `--user-data-dir=${profile}`,
    `--store=${path.join(store, 'desk.db')}`,
    `--smoke=${picture}`,
  ]
  const child = spawn(executable, args, { stdio: 'ignore', cwd: ROOT })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0 || !fs.existsSync(picture))
    throw new Error(`the window of ${path.basename(app)} was not seen (${String(code)})`)
  fs.rmSync(profile, { recursive: true, force: true })
}

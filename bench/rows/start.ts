import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { ask, benchEngine, createDesk } from '../lib/desk.ts'
import { timeOf } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, timesRow } from '../lib/row.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const EMPTY = path.join(ROOT, 'bench/empty-window')

/** Both programs wait this long before they picture themselves; it is no part of what is measured. */
const PICTURE_AFTER_MS = 300

/** The demo's store is made at its first start. */
const DEMO_MS = 120_000

type Launcher = { executable: string; switches: string[]; close: () => void }

/** From nothing to a window that can be worked in, against Electron's empty window. */
export async function coldStart(size: Size): Promise<BenchRow[]> {
  const launcher = await prepareWindow()
  try {
    return [await signInScreen(launcher, size), await demoQueue(launcher, size)]
  } finally {
    launcher.close()
  }
}

async function signInScreen(launcher: Launcher, size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-start-'))
  const engine = benchEngine(path.join(folder, 'desk.db'))
  await createDesk(engine)
  await ask(engine, 'session.lock', { reason: 'asked' })
  const rounds = size.name === 'quick' ? 5 : 15
  try {
    const samples = await byTurns(rounds, {
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
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Electron, a screen for it and the built app; the same steps as for the tests in the window. */
export async function prepareWindow(): Promise<Launcher> {
  const load = (name: string) => import(new URL(`../../scripts/lib/${name}.mjs`, import.meta.url).href)
  await (await load('set-up')).prepareWindow()
  await (await load('build')).buildApp()
  const { electronArguments, electronExecutable } = await load('electron-path')
  const display = await (await load('display')).openDisplay()
  Object.assign(process.env, display.env)
  return { executable: electronExecutable(), switches: electronArguments(), close: display.close }
}

/** Milliseconds from nothing to the picture of a window. */
async function runOnce({ executable, switches }: Launcher, app: string, store: string): Promise<number> {
  const profile = fs.mkdtempSync(path.join(store, 'profile-'))
  const picture = path.join(profile, 'picture.png')
  const args = [
    ...switches,
    app,
    `--user-data-dir=${profile}`,
    `--store=${path.join(store, 'desk.db')}`,
    `--smoke=${picture}`,
  ]
  const began = performance.now()
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'ignore'], cwd: ROOT })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // Seen is when the picture is there; how a program then ends is no part of its start.
  const seen = new Promise<number>((resolve) => child.stdout.once('data', () => resolve(performance.now() - began)))
  const ms = await Promise.race([seen, ended.then(() => undefined)])
  const code = await ended
  if (code !== 0 || typeof ms !== 'number' || !fs.existsSync(picture))
    throw new Error(`the window of ${path.basename(app)} was not seen (${String(code)})`)
  fs.rmSync(profile, { recursive: true, force: true })
  return ms
}

/**
 * The demo desk from nothing to its painted queue: start, a click on one of its people, sign-in, first page. A demo's
 * passwords stand on its screen and are derived at the least cost there is, so no Argon2id has to be taken off.
 */
async function demoQueue({ executable, switches }: Launcher, size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-demo-'))
  const launch = async (app: string, usable: (page: Page) => Promise<void>) => {
    const args = [...switches, app, `--user-data-dir=${folder}`, '--demo']
    const running = await _electron.launch({ executablePath: executable, args, cwd: ROOT })
    await usable(await running.firstWindow())
    return running
  }
  // Looked for by their tags: to look by role, the driver works out the names of the whole page in its own time.
  const openQueue = async (page: Page) => {
    await press(page.locator('button', { hasText: '客服专员' }).first())
    await press(page.locator('button', { hasText: '登录并解锁' }))
    await page.locator('[role=row], tr').nth(1).waitFor({ timeout: DEMO_MS })
  }
  const first = await launch(ROOT, (page) =>
    page
      .getByRole('button', { name: /客服专员/ })
      .first()
      .waitFor({ timeout: DEMO_MS }),
  )
  await first.close()
  const timed = async (app: string, usable: (page: Page) => Promise<void>) => {
    let running: ElectronApplication | undefined
    const ms = await timeOf(async () => {
      running = await launch(app, usable)
    })
    await running?.close()
    return ms
  }
  const samples = await byTurns(size.name === 'quick' ? 3 : 9, {
    ours: () => timed(ROOT, openQueue),
    theirs: () => timed(EMPTY, (page) => page.locator('body').waitFor()),
  })
  fs.rmSync(folder, { recursive: true, force: true })
  return timesRow({
    name: "Program start, sign-in and the demo's queue painted (its passwords cost no Argon2id)",
    baseline: 'an empty Electron window, driven alike',
    ...samples,
    most: 2,
  })
}

/** A click at once: the driver's own would wait until the button stands still. */
function press(button: Locator): Promise<void> {
  return button.evaluate((element: HTMLElement) => element.click())
}

type Pair = { ours: number[]; theirs: number[] }

/** What each run says it took. Each round in the other order, so that noise of the machine falls on both alike; the first only warms up. */
async function byTurns(rounds: number, runs: Record<keyof Pair, () => Promise<number>>): Promise<Pair> {
  const samples: Pair = { ours: [], theirs: [] }
  const names = ['ours', 'theirs'] as const
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const ms = await runs[name]()
      if (round > 0) samples[name].push(ms)
    }
  }
  return samples
}

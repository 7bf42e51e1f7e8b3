import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { LOGIN, PASSWORD } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { type BenchRow, runsRow } from '../lib/row.ts'
import { framesWhileScrolling, heapOf, keyToPaint, noteLongTasks } from '../lib/window-paint.ts'
import { prepareWindow } from './start.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MEMBERS = 50
const SEARCHES = 50
const LETTERS = 50
/** So many times the program is started and worked with; only the first run opens so many cases that memory shows. */
const RUNS = 3
const SHORTER = 10
const SCROLL_MS = 5000
/** Sixty frames a second leave 16.7 ms for each; a frame that was left out makes it 33. */
const MOST_GAP_MS = 20
/** What an opened page keeps for good is there after so many. */
const WARM = 20
/** A store whose limits ran out while it was shut catches up first. */
const CATCH_UP_MS = 300_000

/** Through the real window on a copy of the made store: from a key to what it shows, frames, long tasks, and memory. */
export async function inTheWindow({ file }: MadeStore, { openings }: Size): Promise<BenchRow[]> {
  const launcher = await prepareWindow()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-window-'))
  try {
    for (const part of ['', '.anchor', '.keys', '.keys.copy'])
      if (fs.existsSync(file + part))
        fs.copyFileSync(file + part, path.join(folder, `desk.db${part}`), fs.constants.COPYFILE_FICLONE)
    const runs: Run[] = []
    for (let run = 0; run < RUNS; run++) {
      const running = await _electron.launch({
        executablePath: launcher.executable,
        args: [...launcher.switches, ROOT, `--user-data-dir=${folder}`, `--store=${path.join(folder, 'desk.db')}`],
        cwd: ROOT,
      })
      const page = await running.firstWindow()
      page.setDefaultTimeout(60_000)
      const letters = await typeName(page)
      await enter(page)
      runs.push({ letters, ...(await walk(page, run === 0 ? openings : openings / SHORTER)) })
      await running.close()
    }
    return rowsOf(runs, openings)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
    launcher.close()
  }
}

/** What any key costs here: letters of a name at the sign-in, where nothing is asked and one field is drawn. */
async function typeName(page: Page): Promise<number[]> {
  const field = page.getByRole('textbox', { name: '登录名' })
  await field.waitFor()
  const times: number[] = []
  for (let round = 0; round < LETTERS; round++) {
    await field.fill('')
    times.push(await keyToPaint(page, 'a', 'letter'))
  }
  return times
}

async function enter(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '登录名' }).fill(LOGIN)
  await page.getByRole('textbox', { name: /^密码/ }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录并解锁' }).click()
  await page.getByRole('row').nth(1).waitFor()
  const until = Date.now() + CATCH_UP_MS
  while (Date.now() < until && (await isCatchingUp(page))) await page.waitForTimeout(1000)
}

function isCatchingUp(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { desk } = globalThis as unknown as { desk: { call(name: string, input: object): Promise<unknown> } }
    const next = (await desk.call('cases.nextCheck', {})) as { value?: { at: number | null } }
    return (next.value?.at ?? Number.POSITIVE_INFINITY) <= Date.now()
  })
}

type Walk = {
  searches: number[]
  moves: number[]
  members: number[]
  cases: number[]
  gaps: number[]
  long: readonly number[]
  heaps: [number, number]
}
type Run = Walk & { letters: number[] }

async function walk(page: Page, openings: number): Promise<Walk> {
  const longTasks = await noteLongTasks(page)
  const { moves, cases, heaps } = await openCases(page, openings)
  const members = await openMembers(page)
  const gaps = await framesWhileScrolling(page, 'main [role=grid]', SCROLL_MS)
  const searches = await search(page)
  return { searches, moves, members, cases, gaps, long: await longTasks(), heaps }
}

function rowsOf(runs: readonly Run[], openings: number): BenchRow[] {
  const [first] = runs
  if (!first) throw new Error('nothing was measured')
  const least = runs.flatMap(({ letters }) => letters)
  const of = (what: Exclude<keyof Run, 'heaps' | 'long' | 'letters'>) => runs.map((run) => run[what])
  const keyRow = (name: string, what: Parameters<typeof of>[0], mostMs: number) =>
    runsRow({
      name: `In the window: ${name}`,
      runs: of(what),
      baseline: 'a letter at the sign-in',
      theirs: least,
      mostMs,
    })
  const acts = runs.reduce(
    (sum, { cases, members, searches }) => sum + cases.length + members.length + searches.length,
    0,
  )
  const ways = runs.reduce((sum, { cases }) => sum + cases.length, 0)
  const long = runs.flatMap((run) => run.long)
  return [
    keyRow('a key in the search to its painted hits', 'searches', 100),
    keyRow('the next row of the queue', 'moves', 50),
    keyRow("a member's file", 'members', 50),
    keyRow("a case's page", 'cases', 50),
    runsRow({
      name: 'In the window: from frame to frame while all members scroll past',
      runs: of('gaps'),
      mostMs: MOST_GAP_MS,
    }),
    figureRow({
      name: `Long tasks of the page in ${acts} acts and ${ways} ways back`,
      result: `${long.length} over 50 ms, the longest ${Math.round(Math.max(0, ...long))} ms`,
      aim: 'none',
      isMet: long.length === 0,
    }),
    heapRow(first.heaps, openings),
  ]
}

/** Down the queue one by one, each case opened and left again. */
async function openCases(
  page: Page,
  openings: number,
): Promise<{ moves: number[]; cases: number[]; heaps: [number, number] }> {
  const [moves, cases]: number[][] = [[], []]
  const grid = page.locator('main [role=grid]').first()
  let first = 0
  for (let round = 0; round < openings; round++) {
    await grid.focus()
    moves?.push(await keyToPaint(page, 'ArrowDown', 'row'))
    cases?.push(await keyToPaint(page, 'Enter', 'case'))
    await page.keyboard.press('Alt+ArrowLeft')
    await grid.waitFor()
    if (round === WARM) first = await heapOf(page)
  }
  return { moves: moves ?? [], cases: cases ?? [], heaps: [first, await heapOf(page)] }
}

async function openMembers(page: Page): Promise<number[]> {
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  const grid = page.locator('main [role=grid]').first()
  await page.getByRole('heading', { level: 1, name: '会员' }).waitFor()
  await page.getByRole('row').nth(1).waitFor()
  const times: number[] = []
  for (let round = 0; round < MEMBERS; round++) {
    await grid.focus()
    await keyToPaint(page, 'ArrowDown', 'row')
    times.push(await keyToPaint(page, 'Enter', 'member'))
  }
  return times
}

/** The last figure of a telephone number, after the first seven. */
async function search(page: Page): Promise<number[]> {
  const random = seeded(7)
  const times: number[] = []
  for (let round = 0; round < SEARCHES; round++) {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: /搜索/ }).last()
    await field.fill(`138${String(random.below(10_000)).padStart(4, '0')}`)
    await page.waitForTimeout(400)
    times.push(await keyToPaint(page, String(random.below(10)), 'hits'))
    await page.keyboard.press('Escape')
    await page.locator('[aria-modal=true]').waitFor({ state: 'detached' })
  }
  return times
}

type Figure = Pick<BenchRow, 'name' | 'result' | 'aim' | 'isMet'>

const figureRow = (figure: Figure): BenchRow => ({ ...figure, baseline: '–', ours: '–', theirs: '–' })

function heapRow([first, last]: [number, number], openings: number): BenchRow {
  const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`
  const growth = last / first
  const name = `Memory of the page after ${openings} cases were opened`
  const result = `${growth.toFixed(2)}× of that after ${WARM}`
  const aim = 'steady: ≤ 1.1×'
  return { name, ours: mib(last), baseline: `after ${WARM}`, theirs: mib(first), result, aim, isMet: growth <= 1.1 }
}

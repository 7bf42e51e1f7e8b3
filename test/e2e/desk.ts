import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { electronArguments, electronEnvironment, electronExecutable } from '../../scripts/lib/electron-path.mjs'

export const PASSWORD = 'correct horse battery'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** A demo desk makes its store first. */
const START_MS = 180_000
const DEFAULT_SIZE = { width: 1440, height: 900 }

/** One running desk: the real Electron window on a folder of its own. */
export type RunningDesk = {
  app: ElectronApplication
  page: Page
  folder: string
  /** Ends the program the way a person does. */
  close(): Promise<void>
  /** Ends the program the way a power cut does. */
  kill(): Promise<void>
}

type LaunchOptions = { folder?: string; args?: string[]; env?: Record<string, string> }

/** Starts the built desk in real Electron; with `folder` on the store an earlier run left there. */
export async function launchDesk({
  folder = newFolder(),
  args = [],
  env = {},
}: LaunchOptions = {}): Promise<RunningDesk> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments(), ROOT, `--user-data-dir=${folder}`, '--force-device-scale-factor=1', ...args],
    env: { ...environment(), ...electronEnvironment(), ...env },
    cwd: ROOT,
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(15_000)
  await page.waitForLoadState('domcontentloaded')
  await resize(app, DEFAULT_SIZE)
  await expect(page.getByRole('textbox').first()).toBeVisible({ timeout: START_MS })
  // What the window liked last time may be another language, and a killed one may have forgotten its last change.
  await page
    .getByRole('radiogroup', { name: /^(语言|Language)$/ })
    .getByText('中文')
    .click()
  return { app, page, folder, close: () => app.close(), kill: () => kill(app) }
}

/** An empty folder for one store. */
export function newFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-e2e-'))
}

/** Gives every window of the desk this much room for its page. */
export async function resize(app: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
  }, size)
}

async function kill(app: ElectronApplication): Promise<void> {
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  app.process().kill('SIGKILL')
  await ended
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** Makes a new store through the window, as the first person at a desk does; ends signed in as manager `boss`. */
export async function createStore(page: Page): Promise<string> {
  const key = await makeStore(page)
  await page.getByRole('button', { name: '从空白开始' }).click()
  await expectDesk(page)
  return key
}

/** As far as the question where to begin. */
export async function makeStore(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: '姓名' }).fill('王经理')
  await page.getByRole('textbox', { name: '登录名' }).fill('boss')
  await page.getByRole('textbox', { name: /^密码/ }).fill(PASSWORD)
  await page.getByRole('textbox', { name: '再次输入密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '新建加密数据库' }).click()
  const key = await page.getByRole('group', { name: '恢复密钥' }).innerText()
  await page.getByRole('checkbox', { name: /我已抄写或打印恢复密钥/ }).check()
  await page.getByRole('button', { name: '进入服务台' }).click()
  return key
}

/** Signs in through the window. */
export async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await typeLogin(page, login, password)
  await expectDesk(page)
}

/** Fills the sign-in form and sends it, whatever comes of it. */
export async function typeLogin(page: Page, login: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: '登录名' }).fill(login)
  await page.getByRole('textbox', { name: /^密码/ }).fill(password)
  await page.getByRole('button', { name: '登录并解锁' }).click()
}

/** Signed in, and the first page is there: its heading comes after the desk's keys have begun to work. */
export async function expectDesk(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

export async function expectLocked(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '登录并解锁' })).toBeVisible()
}

/** Waits until no dialog is open or still fading: only then the desk's keys work. */
export async function expectNoDialog(page: Page): Promise<void> {
  await expect(page.locator('[aria-modal="true"]')).toHaveCount(0)
}

/** Locks the desk by its key. */
export async function lock(page: Page): Promise<void> {
  await expectNoDialog(page)
  await page.keyboard.press('Control+l')
  await expectLocked(page)
}

/** Opens a page by its name in the navigation. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { electronArguments, electronEnvironment, electronExecutable } from '../../scripts/lib/electron-path.mjs'

export const PASSWORD = 'correct horse battery'

const ROOT = path.resolve(import.meta.dirname, '../..')
const PICTURES = path.join(ROOT, 'test-results/screenshots')

/** One running desk: the real Electron window on a folder of its own. */
export type RunningDesk = {
  app: ElectronApplication
  page: Page
  folder: string
  /** Ends the program the way a person does. */
  close(): Promise<void>
}

type LaunchOptions = { folder?: string; args?: string[]; language?: 'zh-CN' | 'en' }

/** Starts the built desk in real Electron; with `folder` on the store an earlier run left there. */
export async function launchDesk({ folder = newFolder(), args = [], language = 'zh-CN' }: LaunchOptions = {}): Promise<RunningDesk> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments(), ROOT, `--user-data-dir=${folder}`, `--lang=${language}`, '--force-device-scale-factor=1', ...args],
    env: { ...environment(), ...electronEnvironment() },
    cwd: ROOT,
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(15_000)
  await page.waitForLoadState('domcontentloaded')
  return { app, page, folder, close: () => app.close() }
}

export function newFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-e2e-'))
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Makes a new store through the window, as the first person at a desk does, and ends signed in as manager `boss`. */
export async function createStore(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: '姓名' }).fill('王经理')
  await page.getByRole('textbox', { name: '登录名' }).fill('boss')
  await page.getByRole('textbox', { name: /^密码/ }).fill(PASSWORD)
  await page.getByRole('textbox', { name: '再次输入密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '新建加密数据库' }).click()
  const key = await page.getByRole('group', { name: '恢复密钥' }).innerText()
  await page.getByRole('checkbox', { name: /我已抄写或打印恢复密钥/ }).check()
  await page.getByRole('button', { name: '进入服务台' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
  return key
}

/** Signs in through the window. */
export async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: '登录名' }).fill(login)
  await page.getByRole('textbox', { name: /^密码/ }).fill(password)
  await page.getByRole('button', { name: '登录并解锁' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
}

const LOOKS = [
  { language: 'zh-CN', scheme: 'light' },
  { language: 'zh-CN', scheme: 'dark' },
  { language: 'en', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const

/**
 * Leaves a picture of the present view in both languages and both themes, and has axe look at each:
 * nothing serious may be found. Ends in Chinese and light.
 */
export async function pictureView(page: Page, name: string): Promise<void> {
  for (const { language, scheme } of [...LOOKS, LOOKS[0]]) {
    await setLook(page, language, scheme)
    await page.screenshot({ path: path.join(PICTURES, `${name}.${language}.${scheme}.png`) })
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`), `${name} ${language} ${scheme}`).toEqual([])
  }
}

/** Switches language and theme with the window's own switches. */
async function setLook(page: Page, language: 'zh-CN' | 'en', scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(([wantedLanguage, wantedScheme]) => {
    window.dispatchEvent(new CustomEvent('desk-look', { detail: { language: wantedLanguage, scheme: wantedScheme } }))
  }, [language, scheme] as const)
}

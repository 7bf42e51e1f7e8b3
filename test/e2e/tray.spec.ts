import { type ElectronApplication, expect, test } from '@playwright/test'
import { expectLocked, launchDesk, type RunningDesk, signIn } from './desk.ts'
import { setLook } from './look.ts'
import { storeWithOutreach } from './outreach-store.ts'

test.describe.configure({ mode: 'serial' })

/** What the desk last gave to the system's tray. */
type Given = { tooltip: string; items: { id: string; label: string; isEnabled: boolean }[]; hasIcon: boolean }

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithOutreach() })
  await listenAtTray(desk.app)
})
test.afterAll(() => desk.close())

const tooltip = async () => (await given(desk.app))?.tooltip
const pressed = (id: string) =>
  desk.app.evaluate((_electron, act) => {
    const { menu } = globalThis as unknown as { menu: Electron.Menu }
    menu.getMenuItemById(act)?.click()
  }, id)

test('the tray says what waits for whoever is signed in, in their language, and locks the desk', async () => {
  const { page } = desk
  await signIn(page, 'li')
  await expect
    .poll(tooltip, { timeout: 20_000 })
    .toMatch(/^VIP Desk\n(已超时：\d+\n)?(一小时内到期：\d+\n)?未读通知：\d+$/)
  const shown = await given(desk.app)
  expect(shown?.hasIcon).toBe(true)
  expect(shown?.items.map(({ label }) => label).slice(-3)).toEqual(['打开服务台', '锁定', '退出'])
  expect(shown?.items[0]).toMatchObject({ id: '', isEnabled: false })
  await pressed('lock')
  await expectLocked(page)
  await expect.poll(tooltip).toBe('VIP Desk\n已锁定')
  expect((await given(desk.app))?.items).toContainEqual({ id: 'lock', label: '锁定', isEnabled: false })

  await signIn(page, 'boss')
  await expect.poll(tooltip, { timeout: 20_000 }).toMatch(/一小时内到期：\d+|已超时：\d+/)
  await setLook(page, 'en', 'light')
  await expect.poll(tooltip).toMatch(/(Due within the hour|Overdue): \d+/)
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await pressed('open')
  await expect
    .poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false)
})

/** Notes what is given to the tray from now on. */
async function listenAtTray(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Tray }) => {
    const noted = globalThis as unknown as { tooltip?: string; menu?: Electron.Menu | null; hasIcon?: boolean }
    const { setToolTip, setContextMenu, setImage } = Tray.prototype
    Tray.prototype.setToolTip = function (text) {
      noted.tooltip = text
      setToolTip.call(this, text)
    }
    Tray.prototype.setContextMenu = function (menu) {
      noted.menu = menu
      setContextMenu.call(this, menu)
    }
    Tray.prototype.setImage = function (image) {
      noted.hasIcon = typeof image !== 'string' && !image.isEmpty()
      setImage.call(this, image)
    }
  })
}

async function given(app: ElectronApplication): Promise<Given | null> {
  return app.evaluate(() => {
    const noted = globalThis as unknown as { tooltip?: string; menu?: Electron.Menu; hasIcon?: boolean }
    if (noted.tooltip === undefined || noted.menu === undefined) return null
    const items = noted.menu.items
      .filter(({ type }) => type !== 'separator')
      .map(({ id, label, enabled }) => ({ id: id ?? '', label, isEnabled: enabled }))
    return { tooltip: noted.tooltip, items, hasIcon: noted.hasIcon === true }
  })
}

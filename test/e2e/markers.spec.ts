import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { newCaseByKey, openByNumber, registerCase } from './cases.ts'
import { expectDesk, launchDesk, newFolder, openPage, type RunningDesk } from './desk.ts'
import { cancelDialogs } from './files.ts'
import { formsOf, searchDeleted, searchFolders } from './markers.ts'
import { createMember } from './members.ts'

/** What must stand on no disk in clear: each is to be found nowhere else on this machine. */
const MARKERS = {
  name: 'Quovaxine Tremblarth',
  phone: '13907418529',
  note: 'zyphrona-likes-window-seats-4417',
  content: 'brellimont-case-text-9052-and-more',
  draft: 'vuxalor-half-typed-words-7731',
  password: 'gremnaxolite parabellum 58',
}

/** The first person makes the store with a password of its own; answers the recovery key. */
async function makeMarkedStore({ page }: RunningDesk): Promise<string> {
  await page.getByRole('textbox', { name: '姓名' }).fill('王经理')
  await page.getByRole('textbox', { name: '登录名' }).fill('boss')
  await page.getByRole('textbox', { name: /^密码/ }).fill(MARKERS.password)
  await page.getByRole('textbox', { name: '再次输入密码' }).fill(MARKERS.password)
  await page.getByRole('button', { name: '新建加密数据库' }).click()
  const key = await page.getByRole('group', { name: '恢复密钥' }).innerText()
  await page.getByRole('checkbox', { name: /我已抄写或打印恢复密钥/ }).check()
  await page.getByRole('button', { name: '进入服务台' }).click()
  await page.getByRole('button', { name: '从空白开始' }).click()
  await expectDesk(page)
  return key
}

/** The page's process dies; waits until the desk is there again. */
function crashPage({ app }: RunningDesk): Promise<boolean> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)))
    contents?.forcefullyCrashRenderer()
    await loaded
    for (let tries = 0; tries < 100; tries++) {
      if (await contents?.executeJavaScript("document.querySelector('main h1') !== null")) return true
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return false
  })
}

test('nothing that is worked with lies on the disk in clear, after searching, printing, copying and a crash', async () => {
  test.setTimeout(150_000)
  const folder = newFolder()
  const [temporary, home] = [newFolder(), newFolder()]
  const folders = [folder, temporary, home]
  const desk = await launchDesk({ folder, env: { TMPDIR: temporary, HOME: home } })
  const { page, app } = desk
  const recoveryKey = await makeMarkedStore(desk)
  const groups = recoveryKey.split(/[\s-]+/).filter((group) => group !== '')
  const markers = {
    ...MARKERS,
    recoveryKey,
    recoveryLetters: groups.join(''),
    recoveryStart: groups.slice(0, 3).join('-'),
  }

  await createMember(page, { card: 'HU600100200', name: MARKERS.name, mobile: MARKERS.phone, care: MARKERS.note })
  await newCaseByKey(page)
  await page.getByRole('textbox', { name: '非会员原因' }).fill(MARKERS.name)
  const number = await registerCase(page, {
    ...{ kind: '投诉', category: '航班延误', content: MARKERS.content, demand: MARKERS.note },
    ticks: ['已致歉安抚'],
  })
  await openByNumber(page, number)
  await openPage(page, '工单')
  await page.getByRole('textbox', { name: /编号、电话/ }).fill(MARKERS.content)
  await expect(page.getByRole('row', { name: new RegExp(number) })).toBeVisible()

  const copied = await page.evaluate(
    (text) =>
      (window as unknown as { desk: { call(name: string, input: unknown): Promise<unknown> } }).desk.call(
        'shell.copy',
        { text },
      ),
    MARKERS.note,
  )
  expect(copied).toMatchObject({ ok: true })
  await openPage(page, '导出与备份')
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: '导出会员历史' })
  await form.getByRole('combobox', { name: '会员' }).fill(MARKERS.name)
  await page.getByRole('option', { name: new RegExp(MARKERS.name) }).click()
  await form.getByRole('textbox', { name: '导出目的' }).fill(`${MARKERS.content} 客户本人申请查阅`)
  await form.getByRole('textbox', { name: '申请人' }).fill(MARKERS.name)
  await cancelDialogs(desk)
  await form.getByRole('button', { name: '选择位置并导出' }).click()
  const printed = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
    return pdf?.length ?? 0
  })
  expect(printed).toBeGreaterThan(1000)
  await page.keyboard.press('Escape')
  await newCaseByKey(page)
  await page.keyboard.type(MARKERS.draft)
  await expect(page.getByText('草稿已保存')).toBeVisible()

  const running = searchFolders(folders, markers)
  const deleted = searchDeleted(app.process().pid ?? 0, markers)
  expect(await crashPage(desk)).toBe(true)
  const crashed = searchFolders(folders, markers)
  await desk.close()
  const ended = searchFolders(folders, markers)

  const forms = Object.keys(formsOf('x')).length
  for (const [when, { files, bytes, found }] of Object.entries({ running, deleted, crashed, ended }))
    process.stdout.write(
      `markers, ${when}: ${files} files, ${bytes} bytes, ${Object.keys(markers).length} markers in ${forms} forms, ${found.length} found\n`,
    )
  expect([running, deleted, crashed, ended].flatMap(({ found }) => found)).toEqual([])
  expect(ended.files).toBeGreaterThan(10)
  expect(fs.existsSync(path.join(folder, 'desk.db'))).toBe(true)

  // The search itself: a file with one marker in every form gives itself away in each of them.
  fs.writeFileSync(path.join(temporary, 'control'), Buffer.concat(Object.values(formsOf(MARKERS.note))))
  expect(searchFolders(folders, { note: MARKERS.note }).found).toHaveLength(forms)
})

import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import iconv from 'iconv-lite'
import { inlineRow, writeBook } from '../files/workbook.ts'
import { createStore, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { chooseTable, counts, runImport, writeTable } from './imports.ts'
import { picture, pictureView } from './look.ts'
import { memberFile } from './members.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

const HEADERS = ['会员卡号', '姓名', '性别', '手机号码', '会员等级', '省份', '备注']
const PEOPLE = [
  ['HU6001', '王小明', '男', '13812345678', '金卡', '北京', '靠窗'],
  ['HU6002', '欧阳娜娜', '女', '13900001111', '钻石', '上海', ''],
  ['HU6003', '龘䶮', '女', '13700002222', '', '海南', '生僻字姓名'],
]

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('S3-76 a GB18030 table is understood by itself, checked first, and refused rows say why', async () => {
  const { page } = desk
  await chooseTable(desk, writeTable('会员名单.csv', [HEADERS, ...PEOPLE, ['HU6004', '赵六', '男', '138', '', '', '']]))
  await expect(page.getByText('编码: GB18030')).toBeVisible()
  const preview = page.getByRole('region', { name: '预览' })
  await expect(preview.getByRole('row', { name: /HU6003.*龘䶮/ })).toBeVisible()
  await expect(preview.getByRole('row', { name: /HU6004/ })).toContainText('拒绝')
  await pictureView(page, 'imports-mapping')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.imports-mapping')
  await resize(desk.app, { width: 1440, height: 900 })
  await page.getByRole('button', { name: '检查全部' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '检查完成，未保存任何内容' })).toBeVisible()
  expect(await counts(page)).toEqual([4, 3, 0, 0, 1])
  await page.getByRole('button', { name: '返回列对应' }).click()
})

test('S3-76 the table is imported; the refused rows are saved as a file that can be mended and imported again', async () => {
  const { page } = desk
  expect(await runImport(page)).toEqual([4, 3, 0, 0, 1])
  await pictureView(page, 'imports-done')
  const file = newFile('错误.csv')
  await answerSaveDialog(desk, file)
  await page.getByRole('button', { name: '保存被拒绝的行…' }).click()
  await expect(page.getByText('已保存，可修改后重新导入')).toBeVisible()
  const bytes = fs.readFileSync(file)
  const text = iconv.decode(bytes, bytes[0] === 0xef ? 'utf8' : 'gb18030')
  expect(text).toContain('HU6004')
  expect(text).not.toContain('HU6001')
  await page.getByRole('button', { name: '完成', exact: true }).click()
})

test('a column nobody can guess is mapped by hand, and a constant fills what the file does not hold', async () => {
  const { page } = desk
  await chooseTable(
    desk,
    writeTable('other.csv', [
      ['编号X', '怎么称呼', '电话'],
      ['HU7001', '孙七', '13600003333'],
    ]),
  )
  const mapping = page.getByRole('region', { name: '列的对应' })
  await choose(page, mapping.getByRole('combobox', { name: '卡号', exact: true }), '列：编号X')
  await choose(page, mapping.getByRole('combobox', { name: '姓名', exact: true }), '列：怎么称呼')
  await choose(page, mapping.getByRole('combobox', { name: '省份', exact: true }), '固定值…')
  await mapping.getByRole('textbox', { name: '省份的固定值' }).fill('海南')
  await expect(page.getByRole('region', { name: '预览' }).getByRole('row', { name: /孙七.*海南/ })).toBeVisible()
  expect(await runImport(page)).toEqual([1, 1, 0, 0, 0])
  await page.getByRole('button', { name: '完成', exact: true }).click()
})

test('S3-76 the same list as a workbook shows only what changed, and a row leads to the member', async () => {
  const { page } = desk
  const [first, ...others] = PEOPLE.map((row) => [...row])
  if (first) first[6] = '靠窗；素食'
  const rows = [HEADERS, ...(first ? [first] : []), ...others]
  const book = await writeBook(newFile('会员名单.xlsx'), {
    sheets: { 会员: rows.map((cells, at) => inlineRow(at + 1, cells)).join('') },
  })
  await chooseTable(desk, book)
  expect(await runImport(page)).toEqual([3, 0, 1, 2, 0])
  await page.getByRole('button', { name: '查看变化' }).click()
  const changes = page.getByRole('grid', { name: '变化明细' })
  await expect(changes.getByRole('row', { name: /王小明/ })).toContainText('备注')
  await pictureView(page, 'imports')
  await changes.getByRole('row', { name: /王小明/ }).click()
  await expect(memberFile(page).getByRole('heading', { name: '王小明' })).toBeVisible()
})

test('a large import is followed while it runs, and cancelling it leaves nothing behind', async () => {
  const { page } = desk
  const many = Array.from({ length: 600_000 }, (_, i) => [`HN${1_000_000 + i}`, `批量${i}`, '', '', '', '', ''])
  await chooseTable(desk, writeTable('批量.csv', [HEADERS, ...many]))
  await page.getByRole('button', { name: '开始导入' }).click()
  const progress = page.getByRole('dialog', { name: '正在导入' })
  await expect(progress.getByRole('status')).toContainText(/[1-9]/)
  await picture(page, 'imports-running')
  await progress.getByRole('button', { name: '取消任务' }).click()
  await expect(progress).toBeHidden()
  await expect(page.getByText('任务已取消，未保存任何更改。')).toBeVisible()
  await openPage(page, '会员')
  await expect(page.getByText('共 4 位')).toBeVisible()
})

import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { createStore, launchDesk, openPage, type RunningDesk } from './desk.ts'
import { answerOpenDialog, newFile } from './files.ts'
import { pictureView } from './look.ts'

const month = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
const people = () =>
  ['卡号,姓名,月份,飞行里程', `T1,王伟,${month()},150000`, `T2,李娜,${month()},60000`, `T3,张三,${month()},100`].join('\r\n')

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterEach(() => desk.close())

async function importPeople(): Promise<void> {
  const { page } = desk
  const file = newFile('里程.csv')
  fs.writeFileSync(file, people())
  await answerOpenDialog(desk, file)
  await openPage(page, '导入')
  await page.getByRole('button', { name: '导入会员' }).click()
  await page.getByRole('button', { name: '选择文件…' }).click()
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByRole('button', { name: '完成', exact: true }).click()
}

test('S3-41 S3-43 a rating is previewed, applied, and the members are told', async () => {
  const { page } = desk
  await importPeople()
  await openPage(page, '等级')
  await pictureView(page, 'tier-programme')
  await page.getByRole('tab', { name: '等级评定' }).click()
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText('共 3 人，2 人有变动')).toBeVisible()
  const changes = page.getByRole('grid', { name: '变动名单' })
  await expect(changes.getByRole('row').filter({ hasText: 'T1' })).toContainText('达到钻石卡升级标准（近12个月）：飞行里程150,000公里')
  await pictureView(page, 'tier-rating')
  await page.getByRole('button', { name: '执行评定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '执行评定' }).click()
  await expect(page.getByText('评定完成：3 人中 2 人有变动')).toBeVisible()
  await page.getByRole('grid', { name: '已执行的评定' }).getByRole('row').nth(1).click()
  await expect(page.getByRole('grid', { name: '变动名单' }).getByRole('row').filter({ hasText: 'T2' })).toContainText('金卡')
  await page.getByRole('tab', { name: '告知会员' }).click()
  await page.getByRole('grid', { name: '告知会员' }).getByRole('row').filter({ hasText: '王伟' }).click()
  await expect(page.getByText('您的会员等级由普通会员升级为钻石卡')).toBeVisible()
  await pictureView(page, 'tier-notices')
  await page.getByRole('button', { name: '已告知会员' }).click()
  await expect(page.getByText('由 王经理 告知')).toBeVisible()
})

test('S3-31 S3-44 the manager changes a threshold and an entitlement as new versions', async () => {
  const { page } = desk
  await openPage(page, '等级')
  await page.getByRole('button', { name: '修改为新版本' }).click()
  await page.getByRole('textbox', { name: '不少于' }).first().fill('140000')
  await pictureView(page, 'tier-editor')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByRole('cell', { name: /飞行里程 ≥ 140,000公里/ })).toContainText('本单位')
  await page.getByRole('button', { name: '维护权益' }).click()
  await page.getByRole('button', { name: '增加权益' }).click()
  await page.getByRole('textbox', { name: '权益（中文）' }).first().fill('专车接送')
  await page.getByRole('textbox', { name: '权益（英文）' }).first().fill('Limousine')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByRole('cell', { name: '专车接送' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '版本' })).toHaveValue(/第3版，现行/)
})

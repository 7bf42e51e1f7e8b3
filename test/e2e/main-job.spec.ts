import { expect, test } from '@playwright/test'
import { verifyBundle } from '../../src/main/bundle/verify.ts'
import { answer, callDock, finishCall, ring } from './calls.ts'
import { clocks, closeByAnother, handleComplaint, registerCase, stage } from './cases.ts'
import { createStore, launchDesk, openPage } from './desk.ts'
import { exportHistory, PURPOSE } from './exports.ts'
import { chooseTable, runImport, writeTable } from './imports.ts'
import { handOver } from './people.ts'

test('S1-75 S3-20 S3-21 S3-76 S3-131 S3-133 the whole job: members in, a call, an enquiry, a complaint to its end, an audited history out', async () => {
  test.setTimeout(180_000)
  const desk = await launchDesk()
  const { page } = desk
  await createStore(page)

  await chooseTable(
    desk,
    writeTable('会员名单.csv', [
      ['会员卡号', '姓名', '性别', '手机号码', '会员等级'],
      ['HU6001', '王小明', '男', '13812345678', '白金'],
      ['HU6002', '欧阳娜娜', '女', '13900001111', '钻石'],
    ]),
  )
  expect(await runImport(page)).toEqual([2, 2, 0, 0, 0])

  await handOver(page, { name: '李客服', login: 'li', role: '客服专员' })
  await expect(page.getByRole('navigation').getByRole('button', { name: '导出与备份' })).toHaveCount(0)
  await ring(page, '13900001111')
  await expect(callDock(page)).toContainText('欧阳女士您好')
  await answer(page)
  await page.keyboard.type('询问行李额；投诉昨日航班延误')
  await page.keyboard.press('F9')
  await registerCase(page, {
    kind: '咨询',
    category: '综合',
    content: '询问钻石卡免费行李额',
    answer: '钻石卡额外 40 公斤，已告知',
  })
  await expect(stage(page)).toHaveText('已办理')
  await page.keyboard.press('F9')
  const complaint = await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: '昨日 HU7609 延误四小时，机场无人告知原因',
    demand: '书面说明原因，补偿里程',
    ticks: ['已致歉安抚', '已告知客户受理'],
  })
  await expect(clocks(page).getByText(/^剩 /).first()).toBeVisible()
  await callDock(page).getByRole('textbox', { name: '处理过程' }).fill('答复咨询，登记投诉')
  await callDock(page).getByRole('textbox', { name: '处理结果' }).fill('承诺两日内答复')
  await finishCall(page, '投诉已登记')
  await handleComplaint(page)
  await closeByAnother(page, complaint)
  await expect(clocks(page)).not.toContainText('超时')

  const bundle = await exportHistory(desk, 'HU6002', '欧阳娜娜')
  await openPage(page, '审计日志')
  const log = page.getByRole('grid', { name: '审计日志' })
  await expect(log.getByRole('row', { name: /王经理.*导出.*会员的历史.*HU6002/ })).toBeVisible()
  await expect(log.getByRole('row', { name: /李客服.*查看事项全貌/ }).first()).toBeVisible()
  await page.getByRole('combobox', { name: '操作' }).fill('登记咨询')
  await page.getByRole('option', { name: '登记咨询、投诉、建议或服务请求' }).click()
  await expect(log.getByRole('row', { name: /李客服.*登记咨询、投诉、建议或服务请求/ }).first()).toBeVisible()
  await page.getByRole('button', { name: '校验整条链' }).click()
  await expect(page.getByRole('status').filter({ hasText: '链完整' })).toBeVisible()
  await desk.close()

  const { ok, problems, manifest } = await verifyBundle(bundle)
  expect(manifest?.watermark).toContain('王经理 (boss)')
  expect({
    ok,
    problems,
    purpose: manifest?.purpose,
    subject: manifest?.subject,
    requester: manifest?.requester.name,
  }).toEqual({
    ok: true,
    problems: [],
    purpose: PURPOSE,
    subject: { kind: 'member', id: 'HU6002' },
    requester: '欧阳娜娜',
  })
  expect(complaint).toMatch(/^TS-/)
})

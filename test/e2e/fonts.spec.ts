import { expect, test } from '@playwright/test'
import { launchDesk } from './desk.ts'

test('a system without a Chinese typeface gets the one that the desk brings', async () => {
  const desk = await launchDesk()
  const faces = await desk.page.evaluate(async () => {
    const inUse = getComputedStyle(document.body).fontFamily
    const regular = await document.fonts.load('16px "Desk Sans SC"', '航')
    const bold = await document.fonts.load('bold 16px "Desk Sans SC"', '司')
    const hasLatin = (await document.fonts.load('16px "Desk Sans SC"', 'A')).length > 0
    return { inUse, loaded: [...regular, ...bold].map(({ status, weight }) => `${weight} ${status}`), hasLatin }
  })
  expect(faces.inUse).toMatch(/"Noto Sans CJK SC", "Desk Sans SC", sans-serif$/)
  expect(faces.loaded).toEqual(['400 loaded', '700 loaded'])
  expect(faces.hasLatin).toBe(false)
  await desk.close()
})

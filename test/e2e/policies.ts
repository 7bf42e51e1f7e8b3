import type { Page } from '@playwright/test'

/** Hands the draft that is open in for approval. */
export async function submitDraft(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '提交审批' }).click()
  const dialog = page.getByRole('dialog', { name: '提交审批' })
  await dialog.getByRole('textbox', { name: '理由' }).fill(reason)
  await dialog.getByRole('button', { name: '提交审批' }).click()
}

/** Approves the draft that is open. */
export async function approveDraft(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '批准', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '批准' })
  await dialog.getByRole('textbox', { name: '理由' }).fill(reason)
  await dialog.getByRole('button', { name: '批准', exact: true }).click()
}

import type { Page } from '@playwright/test'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import type { Result } from '../../src/shared/failure.ts'
import type { CaseId } from '../../src/shared/ids.ts'

/** Asks the desk behind the window what is stored, as whoever is signed in there. */
export async function stored<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await page.evaluate(
    async ([call, what]) => {
      const { desk } = globalThis as unknown as { desk: { call(name: string, input: unknown): Promise<unknown> } }
      return desk.call(call as string, what)
    },
    [name, input] as [string, unknown],
  )
  const answer = result as Result<Output<N>>
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`)
  return answer.value
}

/** Everything that is stored about the case with a number. */
export async function storedCase(page: Page, number: string): Promise<Output<'cases.show'>> {
  const [found] = await stored(page, 'cases.find', { text: number })
  if (!found) throw new Error(`no case ${number}`)
  return stored(page, 'cases.show', { id: found.id as CaseId })
}

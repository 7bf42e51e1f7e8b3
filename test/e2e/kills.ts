import type { Page } from '@playwright/test'
import type { Random } from '../../bench/lib/random.ts'
import type { RunningDesk } from './desk.ts'

const PHRASES = [
  '旅客反映登机口临时变更，',
  '行李牌 HU123456 未到，',
  'asks for a call back before 18:00, ',
  '随行一名儿童；',
  '需要轮椅，',
  'seat 2A instead of 31K, ',
  '航班 HU7181 延误三小时，',
  '已道歉并登记，',
]

/** What somebody might say, for as long as it is listened to (demo data). */
export function* speech(random: Random): Generator<string, never> {
  for (;;) yield* random.pick(PHRASES)
}

/** What was typed, with when each letter was in the field, and when the program died. */
export type Typing = { letters: { letter: string; at: number }[]; diedAt: number }

/** Types into the field that has the focus until the program is killed in the middle of it. */
export async function typeUntilKilled(desk: RunningDesk, words: Iterator<string, never>, ms: number): Promise<Typing> {
  const letters: Typing['letters'] = []
  let diedAt: number | null = null
  const killed = new Promise((resolve) => setTimeout(resolve, ms)).then(() => {
    diedAt = performance.now()
    return desk.kill()
  })
  while (diedAt === null) {
    const letter = words.next().value
    if (await isTyped(desk.page, letter)) letters.push({ letter, at: performance.now() })
  }
  await killed
  return { letters, diedAt }
}

/** False when the program died under the key. */
async function isTyped(page: Page, letter: string): Promise<boolean> {
  try {
    await page.keyboard.type(letter)
    return true
  } catch {
    return false
  }
}

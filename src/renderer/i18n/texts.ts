import { aboutTexts } from '../about/texts.ts'
import { sessionTexts } from '../session/texts.ts'
import { settingsTexts } from '../settings/texts.ts'
import { uiTexts } from '../ui/texts.ts'
import { usersTexts } from '../users/texts.ts'
import type { TextPair } from './define.ts'

/** THE list of features' texts: one line per feature, named as `useT` will name it. */
export const texts = {
  ui: uiTexts,
  session: sessionTexts,
  users: usersTexts,
  settings: settingsTexts,
  about: aboutTexts,
} satisfies Record<string, TextPair>

export type TextSpace = keyof typeof texts

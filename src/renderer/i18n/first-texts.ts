import { sessionTexts } from '../session/texts.ts'
import { uiTexts } from '../ui/texts.ts'
import type { TextPair } from './define.ts'

/** The texts of what a window starts with; all the others are read while somebody signs in. */
export const firstTexts = { ui: uiTexts, session: sessionTexts } satisfies Record<string, TextPair>

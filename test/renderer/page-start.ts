import { loadTexts, startTexts } from '../../src/renderer/i18n/i18n.ts'
import type { Language } from '../../src/shared/session/model.ts'

/** Starts all of the page's texts in plain Node, where the language attribute has no document to stand on. */
export async function startTextsHere(language: Language): Promise<void> {
  Object.assign(globalThis, { document: { documentElement: { lang: '' } } })
  startTexts(language)
  await loadTexts()
}

import { type ReactNode, useSyncExternalStore } from 'react'
import { textsEdition, watchTexts } from './i18n.ts'
import { TextsContext } from './use-t.ts'

/** Draws everything that says something anew when the language changes or more texts are there. */
export function TextsProvider({ children }: { children: ReactNode }) {
  return <TextsContext value={useSyncExternalStore(watchTexts, textsEdition)}>{children}</TextsContext>
}

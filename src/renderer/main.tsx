import './page-guards.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './ui/fonts.css'
import './ui/global.css'
import './ui/contrast.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startTexts } from './i18n/i18n.ts'
import { TextsProvider } from './i18n/TextsProvider.tsx'
import { startSession } from './session/store.ts'
import { usePreferences } from './ui/preferences.ts'

/** So long a window stays empty for the desk's first answer before it says that it waits. */
const WAIT_MS = 200

const answered = startSession()
startTexts(usePreferences.getState().language)
await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, WAIT_MS))])

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <TextsProvider>
        <App />
      </TextsProvider>
    </StrictMode>,
  )
}

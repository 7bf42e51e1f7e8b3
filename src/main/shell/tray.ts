import { app, Menu, nativeImage, Tray } from 'electron'
import type { Push } from '../../shared/bridge.ts'
import { NOTHING_WAITS, type TrayAct, type TrayContent, trayContent } from '../../shared/notices/tray.ts'
import type { Language } from '../../shared/session/model.ts'
import type { EngineHost } from './engine-host.ts'
import { imageOf } from './image.ts'
import { trayPixels } from './tray-icon.ts'

type Outside = { log: (line: string) => void; showWindow: () => void }

/** The desk in the system's tray: what waits, and the way to open, lock or end it. */
export type DeskTray = {
  /** Shown once a window is ready: starting does not wait for the system's tray. */
  appear(): void
  hear(push: Push): void
  speak(language: Language): void
}

/** Keeps the tray in step with who is signed in and what waits; a system without a tray goes without one. */
export function openTray(engine: EngineHost, { log, showWindow }: Outside): DeskTray {
  let tray: Tray | null = null
  let shown = ''
  const stand = { waits: NOTHING_WAITS, userId: null as string | null, language: 'zh-CN' as Language }
  const acts: Record<TrayAct, () => void> = {
    open: showWindow,
    lock: () => void engine.request('session.lock', { reason: 'asked' }),
    quit: () => app.quit(),
  }
  const draw = () => {
    const content = trayContent(stand.waits, { isOpen: stand.userId !== null, language: stand.language })
    const wanted = JSON.stringify(content)
    if (tray === null || wanted === shown) return
    shown = wanted
    tray.setImage(imageOf((size) => trayPixels(content.mark, size)))
    tray.setToolTip(content.tooltip)
    tray.setContextMenu(menuOf(content, acts))
  }
  const look = async () => {
    const status = await engine.request('session.status', {})
    const userId = status.ok ? userOf(status.value) : null
    if (userId !== stand.userId) Object.assign(stand, { userId, waits: NOTHING_WAITS })
    draw()
  }
  return {
    appear: () => {
      if (tray !== null) return
      try {
        tray = new Tray(nativeImage.createEmpty())
        tray.on('click', showWindow)
        void look()
      } catch (error) {
        log(`no tray on this system: ${String(error)}`)
      }
    },
    hear: (push) => {
      if (push.kind === 'changed' && push.topics.includes('session')) void look()
      if (push.kind !== 'waiting') return
      Object.assign(stand, { waits: push.waits, userId: push.userId })
      draw()
    },
    speak: (language) => {
      stand.language = language
      draw()
    },
  }
}

function userOf(status: unknown): string | null {
  if (typeof status !== 'object' || status === null || !('user' in status)) return null
  const { user } = status
  return typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string' ? user.id : null
}

function menuOf(content: TrayContent, run: Record<TrayAct, () => void>): Menu {
  return Menu.buildFromTemplate([
    ...content.lines.map((label) => ({ label, enabled: false })),
    { type: 'separator' },
    ...content.acts.map(({ act, label, isEnabled }) => ({ id: act, label, enabled: isEnabled, click: run[act] })),
  ])
}

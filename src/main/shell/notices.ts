import { app, BrowserWindow, Notification } from 'electron'
import type { Push, PushedNotice } from '../../shared/bridge.ts'
import { badgeOn } from '../../shared/notices/badge.ts'
import { noticeText, titleWith } from '../../shared/notices/rules.ts'
import type { Language } from '../../shared/session/model.ts'
import { SIZE_FACTOR, TEXT_SIZES } from '../../shared/settings/looks.ts'
import { badgePixels } from './badge-icon.ts'
import { imageOf } from './image.ts'

type Outside = { tellFirst: (push: Push) => void; log: (line: string) => void; showWindow: () => void }

/** The system's notifications, the count beside the program's name, and how large windows draw. */
export type Notices = {
  hear(push: Push): void
  /** Answers the language in which the system is spoken to from now on. */
  comfort(input: unknown): Language
}

/** Shows what the desk asks to be told, in the language of the window in use. */
export function openNotices(outside: Outside): Notices {
  let language: Language = 'zh-CN'
  // Until the system has taken it away, a notification that nobody holds could be cleared before it is clicked.
  const shown = new Set<Notification>()
  let unread = 0
  const count = (now: number) => {
    unread = now
    showCount(now, language)
  }
  return {
    hear: (push) => {
      if (push.kind === 'changed' && push.topics.includes('session')) count(0)
      if (push.kind !== 'notice') return
      count(push.unread)
      const isHeldBack = push.onlyAway && BrowserWindow.getFocusedWindow() !== null
      for (const notice of isHeldBack ? [] : push.notices)
        show(shown, notice, { userId: push.userId, language }, outside)
    },
    comfort: (input) => {
      const wanted: { textSize?: unknown; language?: unknown } =
        typeof input === 'object' && input !== null ? input : {}
      const size = TEXT_SIZES.find((one) => one === wanted.textSize) ?? 'normal'
      language = wanted.language === 'en' ? 'en' : 'zh-CN'
      showCount(unread, language)
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(SIZE_FACTOR[size])
      return language
    },
  }
}

type Told = { userId: string; language: Language }

function show(shown: Set<Notification>, notice: PushedNotice, told: Told, { tellFirst, log, showWindow }: Outside) {
  const { kind, caseNumber, place } = notice
  const text = noticeText(kind, caseNumber)
  const isSupported = Notification.isSupported()
  log(`notification (${kind}) ${isSupported ? 'given to the system' : 'not possible on this system'}`)
  if (!isSupported) return
  const notification = new Notification({
    title: 'VIP Desk',
    body: told.language === 'en' ? text.en : text.zh,
    silent: kind !== 'breach',
  })
  shown.add(notification)
  notification.on('close', () => shown.delete(notification))
  notification.on('click', () => {
    shown.delete(notification)
    showWindow()
    tellFirst({ kind: 'go', userId: told.userId, place })
  })
  notification.show()
}

/** What is unread stands in the title of every window, and on the program's icon where the system draws it. */
function showCount(unread: number, language: Language): void {
  const windows = BrowserWindow.getAllWindows()
  for (const window of windows) window.setTitle(titleWith(unread))
  const badge = badgeOn(process.platform, unread, language)
  if (badge.kind === 'count') app.setBadgeCount(badge.count)
  else for (const window of windows) window.setOverlayIcon(overlayOf(badge.text), badge.description)
}

function overlayOf(text: string | null): Electron.NativeImage | null {
  return text === null ? null : imageOf((size) => badgePixels(text, size))
}

import type { Language } from '../session/model.ts'

/** What counts the unread on the program's icon: a number that the system draws, or a picture that the desk draws. */
export type Badge = { kind: 'count'; count: number } | { kind: 'overlay'; text: string | null; description: string }

/**
 * The badge on the program's icon for a platform as Node names it: Windows draws no numbers and takes a small picture
 * with words for those who cannot see it, null when nothing is unread; the others are given the number.
 */
export function badgeOn(platform: string, unread: number, language: Language): Badge {
  if (platform !== 'win32') return { kind: 'count', count: unread }
  if (unread === 0) return { kind: 'overlay', text: null, description: '' }
  const description = language === 'en' ? `Unread notifications: ${unread}` : `未读通知：${unread}`
  return { kind: 'overlay', text: unread > 9 ? '9+' : String(unread), description }
}

import type { Calendar } from '../calendars/model.ts'

/** What a new desk is asked for, in the order in which it is best done. */
export const SET_UP_STEPS = ['members', 'colleagues', 'calendar', 'backups', 'device'] as const
export type SetUpStep = (typeof SET_UP_STEPS)[number]

/** How a step stands; null where it cannot be done, as binding on a computer without a keychain. */
export type SetUp = Record<SetUpStep, boolean | null>

/** The tips that a person is shown one after the other. */
export const TIPS = ['palette', 'keys', 'paste', 'drafts', 'personal'] as const
export type Tip = (typeof TIPS)[number]

/** Whether calendars with holidays cover the year of a day (`YYYY-MM-DD`) to its end; one that is always open needs none. */
export function coversYear(calendars: readonly Pick<Calendar, 'alwaysOpen' | 'coverage'>[], day: string): boolean {
  const lastDay = `${day.slice(0, 4)}-12-31`
  return calendars.every(({ alwaysOpen, coverage }) => alwaysOpen || coverage.to >= lastDay)
}

/** Steps that are still to be done, in their order; none is left when the list may go. */
export function stepsLeft(setUp: SetUp): SetUpStep[] {
  return SET_UP_STEPS.filter((step) => setUp[step] === false)
}

/** The next tip for whoever has seen some; null when there is none left. */
export function nextTip(seen: readonly string[]): Tip | null {
  return TIPS.find((tip) => !seen.includes(tip)) ?? null
}

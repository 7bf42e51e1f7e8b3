import { type NotificationData, notifications } from '@mantine/notifications'
import type { Failure } from '../../shared/failure.ts'
import { failureText } from '../failure-text.ts'
import { say } from '../i18n/use-t.ts'

function tell(told: NotificationData): string {
  return notifications.show({
    withBorder: true,
    closeButtonProps: { 'aria-label': say('ui', 'actions.close') },
    ...told,
  })
}

/** Tells a failure in a corner of the window; it stays until read, a lock shows itself. */
export function tellFailure(failure: Failure): void {
  if (failure.code === 'LOCKED') return
  tell({ message: failureText(failure), color: 'red', autoClose: 12_000 })
}

/** Tells in words of its own that something did not work. */
export function tellProblem(message: string): void {
  tell({ message, color: 'red', autoClose: 12_000 })
}

let lastDone = { message: '', id: '' }

/** Tells that something was done; the same words said again take the place of the first, for a pile would hide the page. */
export function tellDone(message: string): void {
  if (message === lastDone.message) notifications.hide(lastDone.id)
  lastDone = { message, id: tell({ message, color: 'teal', autoClose: 3500 }) }
}

/** Tells something that somebody may want to write down: it stays until it is closed. */
export function tellKept(message: string): void {
  tell({ message, color: 'blue', autoClose: false })
}

import { notifications } from '@mantine/notifications'
import type { Failure } from '../../shared/failure.ts'
import { failureText } from '../failure-text.ts'

/** Tells a failure in a corner of the window; it stays until read, a lock shows itself. */
export function tellFailure(failure: Failure): void {
  if (failure.code === 'LOCKED') return
  notifications.show({ message: failureText(failure), color: 'red', autoClose: 12_000, withBorder: true })
}

/** Tells that something was done. */
export function tellDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 3500, withBorder: true })
}

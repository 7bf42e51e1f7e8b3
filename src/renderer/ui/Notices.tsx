import { Notifications } from '@mantine/notifications'

/** The corner of the window where notifications appear. */
export function Notices() {
  return <Notifications position="bottom-right" limit={4} />
}

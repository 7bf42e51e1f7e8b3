import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useT } from '../i18n/use-t.ts'
import { go } from '../ui/navigation.ts'
import { useOverlays } from '../ui/overlays.ts'
import { useUnreadable } from './use-unreadable.ts'

/** Says that settings cannot be read and stand at their usual values, until they are saved again. */
export function SettingsNotice() {
  const t = useT('settings')
  const { data = [] } = useUnreadable()
  if (data.length === 0) return null
  const isOwn = data.every((name) => name === 'personal')
  return (
    <Button
      variant="default"
      leftSection={<IconAlertTriangle size={15} />}
      onClick={() => (isOwn ? useOverlays.getState().showPersonal('comfort') : go('settings'))}
    >
      {t(isOwn ? 'unreadable.own' : 'unreadable.notice')}
    </Button>
  )
}

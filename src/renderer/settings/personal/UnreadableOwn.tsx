import { Button } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { UnreadableAlert } from '../parts/UnreadableAlert.tsx'
import { useUnreadable } from '../use-unreadable.ts'
import { type PersonalProps, usePersonal } from './use-personal.ts'

/** Says that one's own settings could not be read, and saves them as they stand now. */
export function UnreadableOwn({ value }: PersonalProps) {
  const t = useT('settings')
  const { data = [] } = useUnreadable()
  const { change, isBusy } = usePersonal(value)
  if (!data.includes('personal')) return null
  return (
    <UnreadableAlert names={['personal']}>
      <Button size="compact-sm" variant="default" mt={6} loading={isBusy} onClick={() => void change({})}>
        {t('unreadable.saveOwn')}
      </Button>
    </UnreadableAlert>
  )
}

import { Button, Group } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'

type Props = { isBusy: boolean; isReady: boolean; onSave: () => Promise<boolean>; label?: string }

/** The button that records what a form holds, and says so. */
export function Save({ isBusy, isReady, onSave, label }: Props) {
  const t = useT('cases')
  const save = async () => {
    if (await onSave()) tellDone(t('act.saved'))
  }
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" loading={isBusy} disabled={!isReady} onClick={() => void save()}>
        {label ?? t('act.save')}
      </Button>
    </Group>
  )
}

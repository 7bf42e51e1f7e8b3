import { Button } from '@mantine/core'
import { IconClipboardCheck } from '@tabler/icons-react'
import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'

/** S3-109: what of the assessment waits for oneself, once it is late or somebody reminded of it. */
export function ScorecardNotice() {
  const role = useSession((state) => state.user?.role)
  return DESK_ROLES.some((one) => one === role) ? <Waiting /> : null
}

function Waiting() {
  const t = useT('scorecards')
  const { data = [] } = useQuery('scorecards.waiting', {}, { topics: ['scorecards'] })
  const pressing = data.find(({ isLate, reminders, kind }) => isLate || reminders > 0 || kind === 'answer')
  if (!pressing) return null
  const { kind, month, isLate, reminders } = pressing
  const text = t(`notice.${kind}`)
  const label = isLate ? t('notice.late', { text }) : reminders > 0 ? t('notice.reminded', { text }) : text
  return (
    <Button
      variant="default"
      leftSection={<IconClipboardCheck size={15} />}
      onClick={() => go('scorecards', { tab: kind === 'assess' ? 'round' : 'mine', month })}
    >
      {label}
    </Button>
  )
}

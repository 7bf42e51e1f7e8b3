import { Button } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { ADMIN_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'

/** S3-133: copies that should be gone by now, and requests of others for an export that wait for a second person. */
export function ExportsNotice() {
  const role = useSession((state) => state.user?.role)
  return ADMIN_ROLES.some((one) => one === role) ? <Waiting /> : null
}

function Waiting() {
  const t = useT('exports')
  const { data } = useQuery('exports.waits', {}, { topics: ['exports', 'session'] })
  if (!data || (data.overdue === 0 && data.toDecide === 0)) return null
  const isOverdue = data.overdue > 0
  return (
    <Button
      variant="default"
      leftSection={<IconFileAlert size={15} />}
      onClick={() => go('exports', { tab: isOverdue ? 'overdue' : 'requests' })}
    >
      {isOverdue ? t('waits.overdue', { count: data.overdue }) : t('waits.toDecide', { count: data.toDecide })}
    </Button>
  )
}

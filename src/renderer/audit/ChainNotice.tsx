import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ADMIN_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'

/** S3-131: that the audit chain did not verify at the start, told on every page to those who can look into it. */
export function ChainNotice() {
  const role = useSession((state) => state.user?.role)
  return ADMIN_ROLES.some((one) => one === role) ? <Wrong /> : null
}

function Wrong() {
  const t = useT('audit')
  const { data } = useQuery('audit.lastVerified', {}, { topics: ['trust', 'session'] })
  if (!data?.problem) return null
  return (
    <Button color="red.9" leftSection={<IconAlertTriangle size={15} />} onClick={() => go('audit')}>
      {t('start.notice')}
    </Button>
  )
}

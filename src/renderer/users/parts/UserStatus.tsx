import type { User } from '../../../shared/users/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'

/** Whether the account works and still has its one-time password. */
export function UserStatus({ user }: { user: User }) {
  const t = useT('users')
  if (user.status === 'disabled') return <StateBadge tone="neutral" label={t('status.disabled')} />
  if (user.mustChangePassword) return <StateBadge tone="warn" label={t('status.oneTime')} />
  return <StateBadge tone="good" label={t('status.active')} />
}

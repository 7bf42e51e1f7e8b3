import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'

/** Who may manage whom: an administrator looks after accounts but cannot make himself or others managers of the desk's data. */
export function canManageUser(
  actor: { id: string; role: Role | 'system' },
  user: { id: string | null; role: Role },
  newRole: Role,
): Decision {
  if (actor.role === 'manager') return allow
  if (user.role === 'manager' || newRole === 'manager') return deny('manager-only')
  return actor.role === 'admin' ? allow : deny('manager-only')
}

import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { useShortcut } from '../ui/keys.ts'
import { go } from '../ui/navigation.ts'

/** The list of macros is a command of every page. */
export function MacroResident() {
  const t = useT('macros')
  const role = useSession((state) => state.user?.role)
  const isDesk = DESK_ROLES.some((one) => one === role)
  const manage = () => go('knowledge', { view: 'macros' })
  useShortcut({ id: 'macros.manage', keys: '', label: t('manage'), group: t('title') }, manage, isDesk)
  return null
}

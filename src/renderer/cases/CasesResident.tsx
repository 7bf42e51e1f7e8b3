import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { useShortcut } from '../ui/keys.ts'
import { newCase } from './open.ts'
import { UndoBar } from './queue/UndoBar.tsx'
import { ViewKeys } from './queue/ViewKeys.tsx'

const ROLES: readonly string[] = DESK_ROLES

/** A case can be begun from every page. */
export function CasesResident() {
  const t = useT('cases')
  const role = useSession((state) => state.user?.role)
  const isDesk = role !== undefined && ROLES.includes(role)
  useShortcut({ id: 'cases.new', keys: 'c', label: t('form.title'), group: t('title') }, () => newCase(), isDesk)
  return isDesk ? (
    <>
      <ViewKeys />
      <UndoBar />
    </>
  ) : null
}

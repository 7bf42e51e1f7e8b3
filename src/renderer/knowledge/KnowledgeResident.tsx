import { useEffect } from 'react'
import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { useShortcut } from '../ui/keys.ts'
import { go } from '../ui/navigation.ts'
import { watchFields } from './insert.ts'
import { EmergencyDialog } from './parts/EmergencyDialog.tsx'
import { QuickSearch } from './parts/QuickSearch.tsx'
import { useKnowledge } from './store.ts'

/** The knowledge base over any page: a search that writes into the field in use, and the emergency cards. */
export function KnowledgeResident() {
  const role = useSession((state) => state.user?.role)
  return DESK_ROLES.some((one) => one === role) ? <Resident /> : null
}

function Resident() {
  const t = useT('knowledge')
  const { card, isSearching, openCard, setSearching } = useKnowledge()
  const group = t('title')
  useShortcut({ id: 'knowledge.cards', keys: 'alt+j', label: t('emergency.title'), group, always: true }, () =>
    openCard('first'),
  )
  useShortcut({ id: 'knowledge.search', keys: 'alt+s', label: t('quick.title'), group, always: true }, () =>
    setSearching(true),
  )
  useShortcut({ id: 'knowledge.help', keys: 'f1', label: t('help'), group, always: true }, () =>
    go('knowledge', { kind: 'help' }),
  )
  useEffect(watchFields, [])
  return (
    <>
      {card !== null && <EmergencyDialog asked={card} onClose={() => openCard(null)} />}
      {isSearching && <QuickSearch onClose={() => setSearching(false)} />}
    </>
  )
}

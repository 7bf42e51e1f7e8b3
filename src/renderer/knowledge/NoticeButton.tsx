import { Button } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'

/** S4-81: how many notices one has not read; nothing when there are none. */
export function NoticeButton() {
  const role = useSession((state) => state.user?.role)
  return DESK_ROLES.some((one) => one === role) ? <Unread /> : null
}

function Unread() {
  const t = useT('knowledge')
  const { data = [] } = useQuery('knowledge.unread', {}, { topics: ['knowledge'] })
  const [first] = data
  if (!first) return null
  return (
    <Button
      variant="default"
      px={8}
      leftSection={<IconSpeakerphone size={15} />}
      aria-label={t('notices', { count: data.length })}
      title={t('notices', { count: data.length })}
      onClick={() => go('knowledge', { id: first.id, kind: 'notice' })}
    >
      {data.length}
    </Button>
  )
}

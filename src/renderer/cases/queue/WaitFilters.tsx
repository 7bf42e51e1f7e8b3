import { Select } from '@mantine/core'
import type { UserId } from '../../../shared/ids.ts'
import { WAIT_KIND_NAMES, WAIT_KINDS } from '../../../shared/waits/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { countText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { waitingFor } from '../parts/queue-filter.ts'
import { useQueueView } from '../store.ts'
import { WAIT_TOPICS } from './use-queue-rows.ts'

const ALL = 'all'

/** Which kind of what waits is shown, each with its number, and whose: everybody's, one's own team's or a lead's. */
export function WaitFilters() {
  const t = useT('queue')
  const nameOf = useName()
  const view = useQueueView()
  const { what, team, group, set } = view
  const isLead = useSession((session) => session.user?.role) !== 'agent'
  const { data: counts } = useQuery('waits.counts', waitingFor(view).filter, { topics: WAIT_TOPICS })
  const { data: teams = [] } = useQuery('waits.teams', {}, { topics: ['users'], enabled: isLead })
  const me = useSession((session) => session.user?.id)
  const kinds = WAIT_KINDS.map((kind) => {
    const count = counts?.[kind]
    return { value: kind, label: `${nameOf(WAIT_KIND_NAMES[kind])}${count ? ` ${countText(count)}` : ''}` }
  })
  return (
    <>
      <Select
        aria-label={t('waits.kind')}
        w={112}
        allowDeselect={false}
        disabled={group !== 'none'}
        data={[{ value: ALL, label: t('waits.all') }, ...kinds]}
        value={group === 'none' ? (what ?? ALL) : 'case'}
        onChange={(value) => set({ what: WAIT_KINDS.find((one) => one === value) ?? null })}
      />
      <Select
        aria-label={t('waits.team')}
        w={112}
        allowDeselect={false}
        data={[
          { value: ALL, label: t('waits.everybody') },
          { value: 'mine', label: t('waits.mine') },
          ...teams
            .filter(({ leadId }) => leadId !== me)
            .map(({ leadId, name }) => ({ value: leadId, label: t('waits.of', { name }) })),
        ]}
        value={team ?? ALL}
        onChange={(value) => set({ team: value === null || value === ALL ? null : (value as 'mine' | UserId) })}
      />
    </>
  )
}

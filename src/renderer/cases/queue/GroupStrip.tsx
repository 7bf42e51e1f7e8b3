import { UnstyledButton } from '@mantine/core'
import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import { DUE_DAY_NAMES } from '../../../shared/search/filters.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import type { Grouping, QueueGroup } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { useShortcut } from '../../ui/keys.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/cases.module.css'
import { filterOf } from '../parts/queue-filter.ts'
import { useQueueView } from '../store.ts'

/** The parts of a grouped queue with their numbers; one is shown at a time, or all in one. */
export function GroupStrip() {
  const { group } = useQueueView()
  return group === 'none' ? null : <Strip by={group} />
}

function Strip({ by }: { by: Exclude<Grouping, 'none'> }) {
  const t = useT('queue')
  const { quick, more, part, set } = useQueueView()
  const filter = filterOf({ quick, more })
  const { data: groups = [] } = useQuery('views.groups', { filter, by }, { topics: ['cases', 'clocks'] })
  const nameOf = useGroupName(by)
  const place = part === null ? -1 : groups.findIndex(({ key }) => key === part.key)
  const step = (by: number) => {
    const next = groups[place + by]
    set({ part: next === undefined ? null : { key: next.key } })
  }
  const heading = t('group.by')
  useShortcut({ id: 'queue.nextGroup', keys: ']', label: t('group.next'), group: heading }, () => step(1))
  useShortcut({ id: 'queue.previousGroup', keys: '[', label: t('group.previous'), group: heading }, () =>
    place < 0 ? step(groups.length) : step(-1),
  )
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  return (
    <fieldset className={styles.quick} aria-label={t('group.label')}>
      <Part label={t('group.all')} count={all} isShown={part === null} onShow={() => set({ part: null })} />
      {groups.map((one) => (
        <Part
          key={one.key}
          label={nameOf(one)}
          count={one.count}
          isShown={part !== null && part.key === one.key}
          onShow={() => set({ part: { key: one.key } })}
        />
      ))}
    </fieldset>
  )
}

type PartProps = { label: string; count: number; isShown: boolean; onShow: () => void }

function Part({ label, count, isShown, onShow }: PartProps) {
  return (
    <UnstyledButton className={styles.chip ?? ''} aria-pressed={isShown} onClick={onShow}>
      {label}
      <span className="num">{countText(count)}</span>
    </UnstyledButton>
  )
}

function useGroupName(by: Exclude<Grouping, 'none'>): (group: QueueGroup) => string {
  const t = useT('queue')
  const nameOf = useName()
  const { data: workflows = [] } = useQuery('cases.workflows', {}, { enabled: by === 'state', topics: ['policies'] })
  return ({ key, name }) => {
    if (by === 'tier') return namedBy(MEMBER_TIER_NAMES, key ?? '', nameOf)
    if (by === 'due') return namedBy(DUE_DAY_NAMES, key ?? '', nameOf)
    if (by === 'owner') return name ?? t('group.nobody')
    const [kind = '', id = ''] = (key ?? '').split(' ')
    const state = workflows.find((one) => one.kind === kind)?.states.find((one) => one.id === id)
    return `${namedBy(CASE_KIND_NAMES, kind, nameOf)} · ${state ? nameOf(state.name) : id}`
  }
}

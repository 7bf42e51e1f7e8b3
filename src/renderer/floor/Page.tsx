import { Select } from '@mantine/core'
import { useState } from 'react'
import type { FloorView } from '../../shared/floor/contract.ts'
import type { UserId } from '../../shared/ids.ts'
import { MINUTE } from '../../shared/time.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { timeText } from '../ui/formats.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatCard } from '../ui/StatCard.tsx'
import { useNow } from '../ui/use-now.ts'
import { useQuery } from '../use-query.ts'
import { Cases, type ListName } from './parts/Cases.tsx'
import styles from './parts/floor.module.css'
import { Levels } from './parts/Levels.tsx'
import { type Move, MoveDialog } from './parts/MoveDialog.tsx'
import { People } from './parts/People.tsx'
import { WaitingCalls } from './parts/WaitingCalls.tsx'

/** The floor today: people, calls, what is due and what waits, and what a lead does about it (S3-13..16). */
export function Page() {
  const t = useT('floor')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [leadId, setLead] = useState<UserId | null>(null)
  // Once a minute what lies within the hour is another list, whatever happened meanwhile.
  const version = Math.floor(useNow() / MINUTE)
  const query = useQuery('floor.show', { leadId }, { topics: ['cases', 'clocks', 'calls', 'users', 'queue'], version })
  const seen = query.data
  return (
    <div className="page">
      <PageHeader title={t('title')} subtitle={seen && t('asOf', { time: timeText(seen.asOf) })}>
        {isManager && (
          <Select
            aria-label={t('team')}
            placeholder={t('allTeams')}
            clearable
            clearButtonProps={{ 'aria-label': t('allTeams') }}
            data={(seen?.teams ?? []).map(({ leadId: value, name }) => ({ value, label: name }))}
            value={leadId}
            onChange={setLead}
            w={200}
          />
        )}
      </PageHeader>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {seen && <Floor seen={seen} />}
    </div>
  )
}

function Floor({ seen }: { seen: FloorView }) {
  const t = useT('floor')
  const [list, setList] = useState<ListName>('coming')
  const [personId, setPerson] = useState<UserId | null>(null)
  const [move, setMove] = useState<Move | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const person = seen.people.find(({ userId }) => userId === personId)
  const own = useQuery('floor.cases', { userId: personId ?? ('' as UserId) }, { topics: ['cases'], enabled: !!person })
  const rows = person ? (own.data ?? []) : seen[list]
  const show = (name: ListName) => {
    setPerson(null)
    setList(name)
    setChosen(new Set())
  }
  const { calls } = seen
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('title')}>
      <div className={styles.stats}>
        <StatCard label={t('stats.waiting')} value={calls.waiting} tone={calls.waiting > 0 ? 'warn' : 'neutral'} />
        <StatCard label={t('stats.live')} value={calls.live} />
        <StatCard label={t('stats.answered')} value={calls.answered} />
        <StatCard label={t('stats.missed')} value={calls.missed} tone={calls.missed > 0 ? 'bad' : 'neutral'} />
        <StatCard label={t('stats.abandoned')} value={calls.abandoned} />
        <StatCard label={t('stats.coming')} value={seen.coming.length} onOpen={() => show('coming')} />
        <StatCard
          label={t('stats.overdue')}
          value={seen.overdue.length}
          tone={seen.overdue.length > 0 ? 'bad' : 'neutral'}
          onOpen={() => show('overdue')}
        />
        <StatCard label={t('stats.unassigned')} value={seen.unassigned.length} onOpen={() => show('unassigned')} />
      </div>
      <div className={styles.columns}>
        <Cases
          list={list}
          person={person ?? null}
          rows={rows}
          chosen={chosen}
          onShow={show}
          onChoose={setChosen}
          onMove={setMove}
        />
        <div className={styles.block}>
          <div className={styles.head}>
            <h2>{t('people.title')}</h2>
          </div>
          <WaitingCalls />
          <People
            people={seen.people}
            chosen={personId}
            onChoose={(id) => {
              setPerson(id)
              setChosen(new Set())
            }}
            onDrop={(ids, toId) => {
              const dropped = rows.filter(({ id, ownerId }) => ids.includes(id) && ownerId !== toId)
              if (dropped.length > 0) setMove({ rows: dropped, toId, isTaking: false })
            }}
          />
        </div>
      </div>
      <div className={styles.block}>
        <div className={styles.head}>
          <h2>{t('levels.title')}</h2>
        </div>
        <Levels levels={seen.levels} />
      </div>
      {move && (
        <MoveDialog
          move={move}
          onClose={() => setMove(null)}
          onDone={() => {
            setMove(null)
            setChosen(new Set())
          }}
        />
      )}
    </section>
  )
}

import { Button, SegmentedControl } from '@mantine/core'
import type { CaseRow } from '../../../shared/cases/views.ts'
import type { FloorPerson } from '../../../shared/floor/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { useShortcut } from '../../ui/keys.ts'
import { CaseTable } from './CaseTable.tsx'
import styles from './floor.module.css'
import type { Move } from './MoveDialog.tsx'

const LISTS = ['coming', 'overdue', 'unassigned'] as const
export type ListName = (typeof LISTS)[number]

const EMPTY = {
  coming: 'lists.emptyComing',
  overdue: 'lists.emptyOverdue',
  unassigned: 'lists.emptyUnassigned',
} as const

const MOST_AT_ONCE = 50

type Props = {
  list: ListName
  /** Whose open cases are shown instead of a list. */
  person: FloorPerson | null
  rows: readonly CaseRow[]
  chosen: ReadonlySet<string>
  onShow: (list: ListName) => void
  onChoose: (ids: ReadonlySet<string>) => void
  onMove: (move: Move) => void
}

/** One list of cases with what a lead does about the chosen ones. */
export function Cases({ list, person, rows, chosen, onShow, onChoose, onMove }: Props) {
  const t = useT('floor')
  const me = useSession((state) => state.user)
  const picked = rows.filter(({ id }) => chosen.has(id))
  const notMine = picked.filter(({ ownerId }) => ownerId !== me?.id)
  const move = () => picked.length > 0 && onMove({ rows: picked, toId: null, isTaking: false })
  const take = () => me && notMine.length > 0 && onMove({ rows: notMine, toId: me.id, isTaking: true })
  // One act takes no more cases than the call allows.
  const all = () => onChoose(new Set(rows.slice(0, MOST_AT_ONCE).map(({ id }) => id)))
  useShortcut({ id: 'floor.all', keys: 'alt+l', label: t('move.all'), group: t('title') }, all)
  useShortcut({ id: 'floor.move', keys: 'alt+m', label: t('move.button'), group: t('title') }, move)
  useShortcut({ id: 'floor.take', keys: 'alt+o', label: t('move.take'), group: t('title') }, take)
  const label = person ? t('people.cases', { name: person.name }) : t(`lists.${list}`)
  return (
    <div className={styles.block}>
      <div className={styles.head}>
        {person ? (
          <>
            <h2>{label}</h2>
            <Button size="compact-sm" variant="default" onClick={() => onShow(list)}>
              {t('lists.back')}
            </Button>
          </>
        ) : (
          <SegmentedControl
            aria-label={t('lists.label')}
            value={list}
            onChange={(value) => onShow(LISTS.find((one) => one === value) ?? 'coming')}
            data={LISTS.map((value) => ({ value, label: t(`lists.${value}`) }))}
          />
        )}
        <span className={styles.push}>
          <Button variant="default" disabled={picked.length === 0} onClick={move}>
            {t('move.button')}
          </Button>
          <Button variant="default" disabled={notMine.length === 0} onClick={take}>
            {t('move.take')}
          </Button>
        </span>
      </div>
      <CaseTable
        label={label}
        rows={rows}
        empty={t(person ? 'lists.emptyPerson' : EMPTY[list])}
        chosen={chosen}
        onChoose={onChoose}
      />
      <div className={styles.faint}>
        {picked.length > 0 ? t('move.chosen', { count: picked.length }) : t('move.hint')}
      </div>
    </div>
  )
}

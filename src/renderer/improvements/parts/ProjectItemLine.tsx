import { Button } from '@mantine/core'
import { useState } from 'react'
import { ITEM_MOVES, ITEM_STATE_NAMES, type ItemState } from '../../../shared/improvements/project-words.ts'
import type { ProjectItem } from '../../../shared/improvements/projects.ts'
import { isDay } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dayText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { ITEM_TONES } from '../tones.ts'
import styles from './improvements.module.css'

type Props = { item: ProjectItem; step: ProjectItem | null; mayWork: boolean; onEdit: () => void }

/** One phase, step or measure with its time and person, and where it may go from here. */
export function ProjectItemLine({ item, step, mayWork, onEdit }: Props) {
  const t = useT('loop')
  const nameOf = useName()
  const [isMoving, setMoving] = useState(false)
  const { plannedFor, ownerName } = item
  const when = plannedFor === null ? t('projects.noDate') : isDay(plannedFor) ? dayText(plannedFor) : plannedFor
  const moves = ITEM_MOVES[item.kind][item.state]
  const isStep = item.kind === 'step'
  return (
    <>
      <div className={record.line}>
        <strong>{item.title}</strong>
        {!isStep && <StateBadge tone={ITEM_TONES[item.state]} label={nameOf(ITEM_STATE_NAMES[item.state])} />}
        {mayWork && (
          <span className={record.push}>
            <Button size="compact-sm" variant="subtle" onClick={onEdit}>
              {t('projects.edit')}
            </Button>
            {moves.length > 0 && (
              <Button size="compact-sm" variant="default" onClick={() => setMoving(!isMoving)}>
                {t('projects.move')}
              </Button>
            )}
          </span>
        )}
      </div>
      <div className={styles.text}>{item.content}</div>
      {!isStep && (
        <div className={record.faint}>
          {when} · {ownerName ?? t('projects.noOwner')}
          {step && ` · ${t('projects.forStep', { step: step.title })}`}
        </div>
      )}
      {item.note !== null && <div className={record.faint}>{item.note}</div>}
      {isMoving && mayWork && <MoveAct item={item} moves={moves} onDone={() => setMoving(false)} />}
    </>
  )
}

type MoveProps = { item: ProjectItem; moves: readonly ItemState[]; onDone: () => void }

function MoveAct({ item, moves, onDone }: MoveProps) {
  const t = useT('loop')
  const { run, isBusy } = useCommand('projects.moveItem')
  const move = (state: ItemState) => async (note: string) => {
    const done = await run({ itemId: item.id, state, note })
    if (done.ok) onDone()
    return done.ok
  }
  const isBack = item.state === 'done' || item.state === 'works'
  return (
    <TextAct
      keep={{ kind: 'improvements-move-act-note', subject: item.id }}
      label={t('projects.note')}
      buttons={moves.map((state) => ({
        label: state === 'running' && isBack ? t('projects.again') : t(`projects.moves.${state}`),
        onSend: move(state),
        isBusy,
        isMain: state === 'done' || state === 'works',
      }))}
    />
  )
}

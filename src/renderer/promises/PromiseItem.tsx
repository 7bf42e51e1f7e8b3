import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import type { PromiseView } from '../../shared/promises/contract.ts'
import {
  PROMISE_ACT_NAMES,
  PROMISE_ACTS,
  PROMISE_RESULT_NAMES,
  type PromiseAct,
  type PromiseResult,
} from '../../shared/promises/words.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge, type Tone } from '../ui/badges.tsx'
import { Countdown } from '../ui/Countdown.tsx'
import { dateTimeText } from '../ui/formats.ts'
import { useKeyTitle } from '../ui/KeyHint.tsx'
import { useShortcut } from '../ui/keys.ts'
import { go } from '../ui/navigation.ts'
import styles from '../ui/record.module.css'
import { useName } from '../ui/use-name.ts'
import { InstantText } from '../ui/values.tsx'
import { SettleForm } from './SettleForm.tsx'

const TONES: Record<PromiseResult, Tone> = { kept: 'good', late: 'warn', broken: 'bad', released: 'neutral' }

function StandBadge({ promise: { result, overdueAt, warnedAt } }: { promise: PromiseView }) {
  const t = useT('promises')
  const nameOf = useName()
  if (result !== null) return <StateBadge tone={TONES[result]} label={nameOf(PROMISE_RESULT_NAMES[result])} />
  if (overdueAt !== null) return <StateBadge tone="bad" label={t('overdue')} />
  return warnedAt === null ? (
    <StateBadge tone="info" label={t('standing')} />
  ) : (
    <StateBadge tone="warn" label={t('soon')} />
  )
}

type Props = {
  promise: PromiseView
  withCase?: boolean
  /** True for the one in a list whose acts have the keys: the next that is due. */
  hasKeys?: boolean
}

/** One promise with its clock, the times it had before, and what can be done with it now. */
export function PromiseItem({ promise, withCase = false, hasKeys = false }: Props) {
  const t = useT('promises')
  const [act, setAct] = useState<PromiseAct | null>(null)
  const { id, text, dueAt, settledAt, moves, caseId, caseNumber } = promise
  return (
    <>
      <div className={styles.line}>
        <StandBadge promise={promise} />
        {withCase && caseId !== null && (
          <Anchor
            component="button"
            type="button"
            aria-label={t('openCase', { number: caseNumber ?? '' })}
            onClick={() => go('cases', { id: caseId })}
          >
            <span className="num">{caseNumber}</span>
          </Anchor>
        )}
        <strong className={styles.text}>{text}</strong>
        <span className={styles.push}>
          {settledAt === null ? <Countdown dueAt={dueAt} warnAt={promise.warnAt} /> : <InstantText at={settledAt} />}
        </span>
      </div>
      <div className={styles.faint}>
        {t('owned', { name: promise.ownerName })} ·{' '}
        {t('by', { name: promise.promisedByName, time: dateTimeText(promise.promisedAt) })}
      </div>
      {moves.map(({ at, byName, fromDueAt, toDueAt, reason }) => (
        <div key={`${at} ${toDueAt}`} className={styles.faint}>
          {t('moved', {
            name: byName,
            time: dateTimeText(at),
            from: dateTimeText(fromDueAt),
            to: dateTimeText(toDueAt),
            reason,
          })}
        </div>
      ))}
      {settledAt !== null && (
        <div className={styles.faint}>
          {t('done', {
            name: promise.settledByName ?? '',
            time: dateTimeText(settledAt),
            text: promise.outcome ?? '',
          })}
        </div>
      )}
      {promise.mayTouch && act === null && (
        <div className={styles.actions}>
          {PROMISE_ACTS.map((one) => (
            <ActButton key={one} act={one} hasKeys={hasKeys} onAct={() => setAct(one)} />
          ))}
        </div>
      )}
      {promise.mayTouch && act !== null && <SettleForm id={id} act={act} dueAt={dueAt} onClose={() => setAct(null)} />}
    </>
  )
}

const KEYS: Record<PromiseAct, string> = { keep: 'alt+d', move: 'alt+r', break: 'alt+b', release: 'alt+x' }

function ActButton({ act, hasKeys, onAct }: { act: PromiseAct; hasKeys: boolean; onAct: () => void }) {
  const t = useT('promises')
  const label = useName()(PROMISE_ACT_NAMES[act])
  const title = useKeyTitle(label, KEYS[act])
  useShortcut({ id: `promises.${act}`, keys: KEYS[act], label, group: t('title') }, onAct, hasKeys)
  return (
    <Button size="compact-xs" variant="default" title={hasKeys ? title : undefined} onClick={onAct}>
      {label}
    </Button>
  )
}

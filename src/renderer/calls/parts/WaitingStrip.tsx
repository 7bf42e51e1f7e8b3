import { Button } from '@mantine/core'
import { IconPhoneCheck } from '@tabler/icons-react'
import type { WaitingCall } from '../../../shared/calls/waiting.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { confirmDialog } from '../../ui/confirm.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../CallDock.module.css'
import { useCalls } from '../store.ts'
import { clockText } from '../times.ts'
import { useWaitWords } from '../wait-words.ts'

/** More than this are named by their number only; all of them stand on the calls page. */
const SHOWN = 3

/** Calls that wait for me: how long, who, from whom and with what note; the first is taken by its key. */
export function WaitingStrip({ waiting }: { waiting: readonly WaitingCall[] }) {
  const t = useT('callDesk')
  const calls = useT('calls')
  const { call, take } = useCalls()
  const isFree = call === null
  const [first] = waiting
  const key = { id: 'calls.take', keys: 'f3', label: t('actions.take'), group: calls('title'), always: true }
  useShortcut(key, () => first && void take('calls.takeWaiting', { id: first.id }), isFree && first !== undefined)
  return (
    <section className={styles.waiting} aria-label={t('waiting.title')}>
      {waiting.slice(0, SHOWN).map((one) => (
        <Wait key={one.id} wait={one} isFree={isFree} hasKey={one === first} />
      ))}
      {waiting.length > SHOWN && (
        <div className={styles.wait}>{t('waiting.more', { count: waiting.length - SHOWN })}</div>
      )}
    </section>
  )
}

function Wait({ wait, isFree, hasKey }: { wait: WaitingCall; isFree: boolean; hasKey: boolean }) {
  const t = useT('callDesk')
  const now = useNow()
  const { take, isBusy } = useCalls()
  const drop = useCommand('calls.dropWaiting')
  const words = useWaitWords()
  const { id, startedAt, targetMs, tier, note, kind } = wait
  const time = clockText(now - startedAt)
  const giveUp = async () => {
    const isSure = await confirmDialog({
      title: t('actions.gaveUp'),
      text: t('waiting.gaveUpAsk', { who: words.who(wait) }),
      confirm: t('actions.gaveUp'),
      danger: true,
    })
    if (isSure) await drop.run({ id, reason: 'abandoned' })
  }
  const isLate = targetMs !== null && now - startedAt > targetMs
  return (
    <div className={styles.wait} data-late={isLate || undefined}>
      <span className={styles.clock} role="timer" aria-live="off">
        {targetMs === null ? t('waiting.waits', { time }) : t('waiting.rings', { time })}
        {isLate && ` · ${t('ring.late')}`}
      </span>
      <span className={styles.line}>
        <strong>{words.who(wait)}</strong>
        {tier && tier !== 'none' && <TierBadge tier={tier} />}
      </span>
      <span className={styles.said} title={note}>
        {[words.from(wait), words.to(wait), note].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.row}>
        <Button
          className={`${styles.solid} ${styles.answer}`}
          disabled={!isFree || isBusy}
          leftSection={<IconPhoneCheck size={15} />}
          {...(hasKey ? { rightSection: <KeyHint keys="f3" onBar /> } : {})}
          onClick={() => void take('calls.takeWaiting', { id })}
        >
          {t('actions.take')}
        </Button>
        <Button variant="default" loading={drop.isBusy} disabled={kind === 'warm'} onClick={() => void giveUp()}>
          {t('actions.gaveUp')}
        </Button>
      </span>
    </div>
  )
}

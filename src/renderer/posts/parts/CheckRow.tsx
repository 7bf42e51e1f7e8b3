import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChannelCheck } from '../../../shared/posts/contract.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { countText, dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import styles from './posts.module.css'

type Props = { day: Day; check: ChannelCheck; name: string }

const signed = (difference: number) => (difference > 0 ? `+${countText(difference)}` : countText(difference))

/** One channel: its count is typed and kept, and its difference explained and closed. */
export function CheckRow({ day, check, name }: Props) {
  const t = useT('posts')
  const { channel, received, entered, difference, state } = check
  const [typed, setTyped] = useState<number | string>(received ?? '')
  const set = useCommand('posts.setReceived')
  const save = () => {
    if (typeof typed === 'number' && typed !== received) void set.run({ day, channel, received: typed })
  }
  const isClosed = state === 'closed'
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles.number}>
        {isClosed ? (
          countText(received ?? 0)
        ) : (
          <NumberInput
            aria-label={t('checks.receivedOf', { channel: name })}
            hideControls
            allowDecimal={false}
            min={0}
            w={90}
            ml="auto"
            value={typed}
            onChange={setTyped}
            onBlur={save}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        )}
      </td>
      <td className={styles.number}>{countText(entered)}</td>
      <td className={styles.number}>{difference === null ? '—' : signed(difference)}</td>
      <td>
        <StateBadge {...badgeOf(check, t)} />
      </td>
      <td>{isClosed ? <Closed check={check} /> : <Closing {...{ day, check, name }} />}</td>
    </tr>
  )
}

function badgeOf(
  { state, difference }: ChannelCheck,
  t: ReturnType<typeof useT<'posts'>>,
): { tone: Tone; label: string } {
  if (state === 'closed') return { tone: 'neutral', label: t('checks.closed') }
  if (difference === null) return { tone: 'warn', label: t('checks.uncounted') }
  return difference === 0 ? { tone: 'good', label: t('checks.equal') } : { tone: 'bad', label: t('checks.differs') }
}

function Closed({ check }: { check: ChannelCheck }) {
  const t = useT('posts')
  const { explanation, closedByName, closedAt } = check
  const by = t('checks.closedBy', { name: closedByName ?? '', time: closedAt === null ? '' : dateTimeText(closedAt) })
  return <span title={by}>{[explanation, by].filter((part) => part !== null && part !== '').join(' · ')}</span>
}

function Closing({ day, check, name }: Props) {
  const t = useT('posts')
  const [text, setText] = useState('')
  const close = useCommand('posts.closeCheck')
  const { channel, received, difference } = check
  if (received === null) return null
  const send = async () => {
    if ((await close.run({ day, channel, explanation: text })).ok) tellDone(t('checks.closedDone'))
  }
  return (
    <div className={styles.limit}>
      {difference !== 0 && (
        <TextInput
          aria-label={t('checks.explanationOf', { channel: name })}
          placeholder={t('checks.explanation')}
          maxLength={1000}
          flex={1}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <Button
        variant="default"
        aria-label={t('checks.closeOf', { channel: name })}
        disabled={difference !== 0 && text.trim() === ''}
        loading={close.isBusy}
        onClick={() => void send()}
      >
        {t('checks.close')}
      </Button>
    </div>
  )
}

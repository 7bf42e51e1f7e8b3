import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { countText, durationText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { StatCard } from '../../ui/StatCard.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './posts.module.css'

type Props = { figures: Output<'posts.list'>; onLate: () => void }

/** How many wait, how quickly posts are answered, and the limit that leads set (S1-20). */
export function Figures({ figures, onLate }: Props) {
  const t = useT('posts')
  const role = useSession((state) => state.user?.role)
  const { open, late, medianMs, lateAnswers, limitMinutes } = figures
  return (
    <div className={styles.figures} role="status">
      <StatCard label={t('figures.open')} value={countText(open)} />
      <StatCard label={t('figures.late')} value={countText(late)} tone={late > 0 ? 'bad' : 'good'} onOpen={onLate} />
      <StatCard label={t('figures.median')} value={medianMs === null ? '—' : durationText(medianMs)} />
      <StatCard
        label={t('figures.lateAnswers')}
        value={countText(lateAnswers)}
        tone={lateAnswers > 0 ? 'warn' : 'neutral'}
      />
      {LEAD_ROLES.some((one) => one === role) ? (
        <LimitForm key={limitMinutes} minutes={limitMinutes} />
      ) : (
        <StatCard label={t('figures.limit')} value={t('figures.limitMinutes', { minutes: limitMinutes })} />
      )}
    </div>
  )
}

function LimitForm({ minutes }: { minutes: number }) {
  const t = useT('posts')
  const [value, setValue] = useState(minutes)
  const set = useCommand('posts.setLimit')
  const save = async () => {
    if ((await set.run({ minutes: value })).ok) tellDone(t('figures.limitSaved'))
  }
  return (
    <div className={styles.limit}>
      <NumberInput
        label={t('figures.setLimit')}
        min={1}
        max={10_080}
        value={value}
        onChange={(next) => setValue(Number(next))}
      />
      <Button
        variant="default"
        disabled={value === minutes || value < 1}
        loading={set.isBusy}
        onClick={() => void save()}
      >
        {t('figures.saveLimit')}
      </Button>
    </div>
  )
}

import { Checkbox, Modal, NavLink } from '@mantine/core'
import { useState } from 'react'
import type { ArticleView } from '../../../shared/knowledge/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useQuery } from '../../use-query.ts'
import { useWords } from '../use-words.ts'
import styles from './knowledge.module.css'

type Props = { asked: string; onClose: () => void }

/** S3-90: the emergency cards over whatever page is open: choose one, go through its steps. */
export function EmergencyDialog({ asked, onClose }: Props) {
  const t = useT('knowledge')
  const words = useWords()
  const { data, failure, reload } = useQuery('knowledge.emergency', {}, { topics: ['knowledge'] })
  const [chosen, setChosen] = useState(asked)
  const card = data?.find(({ id }) => id === chosen) ?? data?.[0]
  return (
    <Modal opened onClose={onClose} title={t('emergency.title')} size={820}>
      <FailureAlert failure={failure} onRetry={reload} />
      {data?.length === 0 && <EmptyState title={t('empty')} />}
      {card && (
        <div className={styles.cards}>
          <nav aria-label={t('emergency.choose')}>
            {data?.map((one, place) => (
              <NavLink
                key={one.id}
                component="button"
                label={words(one.title)}
                active={one.id === card.id}
                aria-current={one.id === card.id}
                data-autofocus={(asked === 'first' ? place === 0 : one.id === asked) || undefined}
                onClick={() => setChosen(one.id)}
              />
            ))}
          </nav>
          <Card key={card.id} card={card} />
        </div>
      )}
    </Modal>
  )
}

function Card({ card }: { card: ArticleView }) {
  const t = useT('knowledge')
  const words = useWords()
  const [done, setDone] = useState<readonly number[]>([])
  const tick = (step: number) => setDone(done.includes(step) ? done.filter((one) => one !== step) : [...done, step])
  return (
    <section className={styles.tight} aria-label={words(card.title)}>
      <h3 className={styles.plain}>{words(card.title)}</h3>
      <div>{words(card.body)}</div>
      <ol className={styles.ticks}>
        {card.steps.map((step, place) => (
          <li key={step.zh}>
            <Checkbox
              label={`${place + 1}. ${words(step)}`}
              description={step.call.zh === '' ? undefined : t('callWhom', { who: words(step.call) })}
              checked={done.includes(place)}
              onChange={() => tick(place)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.call} role="status">
        {t('emergency.done', { done: done.length, all: card.steps.length })}
      </div>
    </section>
  )
}

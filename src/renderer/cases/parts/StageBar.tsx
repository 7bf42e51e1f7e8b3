import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './page.module.css'

/** Ways that only some cases take: shown when this one does. */
const SIDE = [
  'waitingCustomer',
  'waitingPartner',
  'decided',
  'liability',
  'plan',
  'approval',
  'executing',
  'external',
  'archived',
  'rejected',
  'withdrawn',
  'merged',
]

/** S1-07: the way of a case, how far it has come, and the words for the customer. */
export function StageBar({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const stages = view.stages.filter((stage) => !SIDE.includes(stage.id) || stage.reachedAt !== null)
  const here = stages.findIndex((stage) => stage.id === view.state)
  return (
    <div className={styles.stageBar}>
      <ol className={styles.stages} aria-label={t('page.stages')}>
        {stages.map((stage, place) => (
          <li
            key={stage.id}
            data-state={place === here ? 'here' : stage.reachedAt !== null && place < here ? 'past' : 'ahead'}
            aria-current={place === here ? 'step' : undefined}
            title={stage.reachedAt === null ? undefined : dateTimeText(stage.reachedAt)}
          >
            {nameOf(stage.name)}
          </li>
        ))}
      </ol>
      <span className={styles.forCustomer}>{t('page.forCustomer', { text: nameOf(view.forCustomer) })}</span>
    </div>
  )
}

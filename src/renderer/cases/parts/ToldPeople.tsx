import type { ToldSignalView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import styles from './page.module.css'

type Told = Pick<ToldSignalView, 'people' | 'isRoleOnly'>

/** S1-45: everybody who was told of a limit, each with the moment at which they saw it. */
export function ToldPeople({ people, isRoleOnly }: Told) {
  const t = useT('cases')
  if (people.length === 0) return <span className={styles.people}>{t(isRoleOnly ? 'why.roleOnly' : 'why.nobody')}</span>
  return (
    <span className={styles.people}>
      {people.map(({ id, name, seenAt }) => (
        <span key={id} data-seen={seenAt !== null || undefined}>
          {name} {seenAt === null ? t('why.unseen') : t('why.seenAt', { time: dateTimeText(seenAt) })}
        </span>
      ))}
    </span>
  )
}

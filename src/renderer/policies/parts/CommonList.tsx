import { commonTexts } from '../../../shared/policies/clock-words.ts'
import type { TargetPolicy } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'

/** What holds for all rules of a policy, each with where it comes from. */
export function CommonList({ policy }: { policy: TargetPolicy }) {
  const t = useT('policies')
  return (
    <ul className={styles.list} aria-label={t('common.title')}>
      {commonTexts(policy, side()).map(({ part, text, key }) => (
        <li key={key ?? part}>
          <strong>{t(`common.${part}`)}</strong> <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

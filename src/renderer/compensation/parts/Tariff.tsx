import type { CompensationRule } from '../../../shared/compensation/policy.ts'
import { formulaText } from '../../../shared/compensation/tariff-words.ts'
import { sideOf } from '../../../shared/contract.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'

/** S2-155 S2-166: the tariff with its sources. */
export function Tariff({ rules }: { rules: readonly CompensationRule[] }) {
  const t = useT('compensation')
  const nameOf = useName()
  const side = sideOf(useLanguage())
  return (
    <ul className={styles.list} aria-label={t('policy.rules')}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <div className={styles.line}>
            <strong>{nameOf(rule.name)}</strong>
            {rule.isStatutory && <StateBadge tone="info" label={t('statutory')} />}
            <span className={styles.faint}>{t(`policy.sourceOf.${rule.source.mark}`)}</span>
          </div>
          <div className="num">{formulaText(rule.formula, side)}</div>
          {rule.source.note && <div className={styles.faint}>{nameOf(rule.source.note)}</div>}
        </li>
      ))}
    </ul>
  )
}

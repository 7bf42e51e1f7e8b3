import type { CompensationPolicy } from '../../../shared/compensation/policy.ts'
import { authorityKey, authorityName, formulaText } from '../../../shared/compensation/tariff-words.ts'
import { FORM_GROUP_NAMES } from '../../../shared/compensation/words.ts'
import { namesIn, sourceText } from '../../../shared/policies/words.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { kmText, moneyText } from '../../ui/formats.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'

type Props = { policy: CompensationPolicy }

/** S2-166: a version of tariff and authority as it can be read, each figure with its source. */
export function TariffContent({ policy }: Props) {
  const t = useT('tariff')
  const u = useT('ui')
  useLanguage()
  const { deskNames } = useClasses()
  const { forms, rules, scopes, authority, second, windowDays, executeWithinDays, milesPerYuan } = policy
  const ruleNames = Object.fromEntries(rules.map(({ id, name }) => [id, name]))
  return (
    <>
      <p className={styles.dim}>
        {t('windowDays')}: {windowDays} · {t('executeWithinDays')}: {executeWithinDays} · {t('milesPerYuan')}:{' '}
        {milesPerYuan} · {sourceText(policy.source, side())}
      </p>
      <table className={styles.table} aria-label={t('authority')}>
        <thead>
          <tr>
            <th>{t('who')}</th>
            <th data-number>{t('maxMoney')}</th>
            <th data-number>{t('maxMiles')}</th>
          </tr>
        </thead>
        <tbody>
          {authority.map((row) => (
            <tr key={authorityKey(row)}>
              <td>{authorityName(row, forms, side())}</td>
              <td data-number>{moneyText(row.maxFen)}</td>
              <td data-number>{kmText(row.maxMiles)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.dim}>
        {t('above')}: {second.roles.map((role) => u(`roles.${role}`)).join(' / ')} ·{' '}
        {namesIn(deskNames, second.signsFor, side())}
      </p>
      <table className={styles.table} aria-label={t('rules')}>
        <thead>
          <tr>
            <th>{t('rules')}</th>
            <th>{t('formula')}</th>
            <th>{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <td>
                <strong>{rule.name[side()]}</strong> {rule.isStatutory && <StateBadge tone="info" label={t('byLaw')} />}
              </td>
              <td>{formulaText(rule.formula, side())}</td>
              <td className={styles.source}>{sourceText(rule.source, side())}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.list} aria-label={t('scopes')}>
        {scopes.map((scope) => (
          <li key={scope.id}>
            <strong>{scope.name[side()]}</strong> <span className={styles.dim}>{scope.note[side()]}</span>
            <div>{namesIn(ruleNames, scope.ruleIds, side())}</div>
          </li>
        ))}
      </ul>
      <ul className={styles.list} aria-label={t('forms')}>
        {forms.map((form) => (
          <li key={form.id}>
            {form.name[side()]}{' '}
            <span className={styles.dim}>
              {FORM_GROUP_NAMES[form.group][side()]} · {t(`units.${form.unit}`)}
              {!form.isActive && ` (${t('off')})`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

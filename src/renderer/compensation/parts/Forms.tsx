import type { CompensationForm } from '../../../shared/compensation/policy.ts'
import { FORM_GROUP_NAMES } from '../../../shared/compensation/words.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'

/** S2-156..160: the ways to compensate; those that are switched off stay for what was given in them. */
export function Forms({ forms }: { forms: readonly CompensationForm[] }) {
  const t = useT('compensation')
  const nameOf = useName()
  return (
    <ul className={styles.list} aria-label={t('policy.forms')}>
      {forms.map((form) => (
        <li key={form.id} className={styles.line}>
          {nameOf(form.name)}
          <span className={styles.faint}>
            {nameOf(FORM_GROUP_NAMES[form.group])} · {t(`policy.units.${form.unit}`)}
            {!form.isActive && ` · ${t('policy.off')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

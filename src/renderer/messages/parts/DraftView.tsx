import type { Output } from '../../../shared/contracts.ts'
import { VARIABLE_NAMES, VARIABLES } from '../../../shared/messages/variables.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'

/** A message as it would be, with what still speaks against it. */
export function DraftView({ draft }: { draft: Output<'messages.draft'> }) {
  const t = useT('messages')
  const nameOf = useName()
  const missing = VARIABLES.filter((name) => draft.missing.includes(name)).map((name) => nameOf(VARIABLE_NAMES[name]))
  return (
    <section className={`${styles.wide} ${styles.reckoning}`} aria-label={t('write.shown')}>
      {draft.subject !== '' && <strong>{draft.subject}</strong>}
      <div className={styles.text}>{draft.body}</div>
      <div className={styles.faint}>{t('write.to', { address: draft.maskedAddress || t('write.noAddress') })}</div>
      {missing.length > 0 && <div className={styles.late}>{t('write.missing', { names: missing.join(' · ') })}</div>}
      {draft.refusal && <div className={styles.late}>{failureText({ code: 'RULE', ...draft.refusal })}</div>}
      {draft.needsCheck && <div className={styles.faint}>{t('write.toCheck')}</div>}
    </section>
  )
}

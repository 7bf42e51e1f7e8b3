import { fillText, unknownIn } from '../../../shared/messages/text.ts'
import { SAMPLE_VALUES } from '../../../shared/messages/variables.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import styles from '../../ui/record.module.css'
import own from '../messages.module.css'

type Both = { zh: string; en: string }

/** A wording as a customer would read it, with invented values, and what in it nobody can fill in. */
export function Sample({ subject, body }: { subject: Both; body: Both }) {
  const t = useT('messages')
  const unknown = [...new Set([subject.zh, subject.en, body.zh, body.en].flatMap(unknownIn))]
  return (
    <Section title={t('template.sample')}>
      <div className={own.sides}>
        {(['zh', 'en'] as const).map((side) => (
          <div key={side} className={styles.reckoning}>
            <strong>{fillText(subject[side], SAMPLE_VALUES[side]).text}</strong>
            <div className={styles.text}>{fillText(body[side], SAMPLE_VALUES[side]).text}</div>
          </div>
        ))}
      </div>
      {unknown.length > 0 && <p className={styles.late}>{t('template.unknown', { names: unknown.join(', ') })}</p>}
    </Section>
  )
}

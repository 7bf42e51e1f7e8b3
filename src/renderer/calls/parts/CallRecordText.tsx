import type { CallRecord } from '../../../shared/calls/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import styles from './calls.module.css'

type Props = { record: CallRecord & { greeting: string | null } }

/** What was said: greeting, question, process, result. */
export function CallRecordText({ record }: Props) {
  const t = useT('calls')
  const text = (written: string) =>
    written === '' ? (
      <span className={styles.dim}>{t('detail.notWritten')}</span>
    ) : (
      <span className={styles.text}>{written}</span>
    )
  const fields = (['question', 'process', 'result'] as const).map((field) => ({
    label: t(`record.${field}`),
    value: text(record[field]),
  }))
  const said = record.greeting === null ? [] : [{ label: t('detail.greeting'), value: text(record.greeting) }]
  return <Facts columns={1} facts={[...said, ...fields]} />
}

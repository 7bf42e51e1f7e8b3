import type { Report, SpreadRow } from '../../../shared/reports/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { percentText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { valueText } from '../value-text.ts'
import styles from './reports.module.css'

const most = (rows: readonly SpreadRow[], kind: 'complaint' | 'enquiry' | 'service') =>
  [...rows].filter((row) => row[kind] > 0).sort((a, b) => b[kind] - a[kind])[0]

/** S3-78 S1-59 S5-57: typical needs, problems, causes and the weak link of the period, in sentences. */
export function Highlights({ report }: { report: Report }) {
  const t = useT('reports')
  const nameOf = useName()
  const rows = (id: string) => report.spreads.find((one) => one.id === id)?.rows ?? []
  const [type] = report.types
  const [cause] = report.causes
  const weak = report.stages.find(({ isWeakLink }) => isWeakLink)
  const channel = most(rows('channel'), 'complaint')
  const need = most(rows('category'), 'enquiry')
  const service = most(rows('serviceType'), 'service')
  const sentences = [
    type && t('say.type', { name: nameOf(type.name), count: type.count, share: percentText(type.share) }),
    cause && t('say.cause', { name: nameOf(cause.name), count: cause.count, share: percentText(cause.share) }),
    weak &&
      t('say.weak', {
        name: nameOf(weak.name),
        share: percentText(weak.share),
        median: valueText(weak.median, 'ms'),
      }),
    channel && t('say.channel', { name: nameOf(channel.name), count: channel.complaint }),
    need && t('say.need', { name: nameOf(need.name), count: need.enquiry }),
    service && t('say.service', { name: nameOf(service.name), count: service.service }),
    ...report.alerts.slice(0, 3).map(({ name, count, limit }) => t('say.alert', { name: nameOf(name), count, limit })),
  ].filter((sentence) => sentence !== undefined)
  if (sentences.length === 0) return null
  return (
    <Section title={t('highlights')} level={2}>
      <ul className={styles.short}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}

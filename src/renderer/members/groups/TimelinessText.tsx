import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { durationText, percentText, today } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'

const DAYS = 30 * 86_400_000

/** How fast what members said in the last thirty days was written down and seen by a colleague (S4-80). */
export function TimelinessText() {
  const t = useT('gathering')
  const to = today()
  const from = today(Date.parse(`${to}T00:00:00+08:00`) - DAYS)
  const { data } = useQuery('wishes.timeliness', { from, to }, { topics: ['members'] })
  const span = (ms: number | null) => (ms === null ? '—' : durationText(ms))
  return (
    <Section level={2} title={t('sources.timeliness')}>
      {data &&
        t('sources.days', {
          count: data.count,
          record: span(data.medianToRecord),
          see: span(data.medianToSee),
          share: data.withinDay === null ? '—' : percentText(data.withinDay),
          unseen: data.unseen,
        })}
    </Section>
  )
}

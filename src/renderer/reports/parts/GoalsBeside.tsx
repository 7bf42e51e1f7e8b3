import type { GoalView } from '../../../shared/improvements/goals.ts'
import type { Report } from '../../../shared/reports/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { dayText, figureText, today } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { useQuery } from '../../use-query.ts'
import { type NumbersColumn, NumbersTable, OpenLink } from './NumbersTable.tsx'

/** What was last measured of a goal by a day, with that day. */
function measuredBy({ points, unit }: GoalView, until: string): string {
  const last = points.filter(({ day }) => day <= until).at(-1)
  return last ? `${figureText(last.value, unit)} (${dayText(last.day)})` : '—'
}

/** S1-04 S1-69: the goals of the plan beside the numbers: where each began, where it is to get, and what was last measured by the period's end. */
export function GoalsBeside({ report }: { report: Report }) {
  const t = useT('reports')
  const words = useT('loop')
  const { data = [] } = useQuery('goals.list', {}, { topics: ['improvements'] })
  const goals = data.filter(({ state }) => state !== 'dropped')
  if (goals.length === 0) return null
  const columns: NumbersColumn<GoalView>[] = [
    {
      header: words('goals.columns.title'),
      cell: ({ title }) => <OpenLink onOpen={() => go('improvements')}>{title}</OpenLink>,
    },
    { header: words('goals.columns.baseline'), isNumber: true, cell: (row) => figureText(row.baseline, row.unit) },
    { header: words('goals.columns.target'), isNumber: true, cell: (row) => figureText(row.target, row.unit) },
    { header: t('goals.measured'), isNumber: true, cell: (row) => measuredBy(row, today(report.period.to - 1)) },
    { header: words('goals.columns.due'), cell: (row) => dayText(row.dueDay) },
  ]
  return (
    <Section title={t('goals.title')} level={2}>
      <NumbersTable label={t('goals.title')} columns={columns} rows={goals} rowKey={({ id }) => id} empty="" />
    </Section>
  )
}

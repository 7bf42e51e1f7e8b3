import type { RunRow } from '../../../shared/surveys/views.ts'
import {
  SAMPLE_KIND_NAMES,
  SURVEY_CHANNEL_NAMES,
  SURVEY_SOURCE_NAMES,
  type SurveyScope,
} from '../../../shared/surveys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { countText, dateText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import styles from './surveys.module.css'

function useColumns(): Column<RunRow>[] {
  const t = useT('surveys')
  const nameOf = useName()
  const about = (row: RunRow) =>
    [row.schemeName, nameOf(SURVEY_SOURCE_NAMES[row.source]), nameOf(SURVEY_CHANNEL_NAMES[row.channel]), row.formId]
      .filter((part) => part !== null)
      .join(' · ')
  const sample = (row: RunRow) =>
    row.sampleKind === 'all'
      ? nameOf(SAMPLE_KIND_NAMES.all)
      : `${nameOf(SAMPLE_KIND_NAMES[row.sampleKind])} ${row.sampleSize} · #${row.seed}`
  return [
    { id: 'at', header: t('lists.run.at'), width: '140px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'by', header: t('lists.run.by'), width: '84px', cell: (row) => row.actorName },
    { id: 'about', header: t('lists.run.about'), width: 'minmax(190px, 1.4fr)', cell: about },
    {
      id: 'period',
      header: t('lists.run.period'),
      width: '176px',
      cell: (row) => `${dateText(row.periodFrom)}–${dateText(row.periodTo - 1)}`,
    },
    { id: 'sample', header: t('lists.run.sample'), width: 'minmax(120px, 1fr)', cell: sample },
    { id: 'due', header: t('lists.run.due'), width: '84px', align: 'right', cell: (row) => countText(row.due) },
    {
      id: 'sampled',
      header: t('lists.run.sampled'),
      width: '70px',
      align: 'right',
      cell: (row) => countText(row.sampled),
    },
    {
      id: 'answered',
      header: t('lists.run.answered'),
      width: '84px',
      align: 'right',
      cell: (row) => countText(row.answered),
    },
    { id: 'file', header: t('lists.run.file'), width: 'minmax(100px, 0.8fr)', cell: (row) => row.fileName },
  ]
}

/** Every list that was made: what it was drawn from, with which seed, and how many have answered. */
export function Runs({ scope }: { scope: SurveyScope }) {
  const t = useT('surveys')
  const columns = useColumns()
  const query = useQuery('surveys.runs', {}, { topics: ['cases'] })
  return (
    <section className={styles.grow} style={{ minHeight: '200px' }} aria-label={t('lists.runs')}>
      <h2 className={flow.faint}>{t('lists.runs')}</h2>
      <DataTable
        label={t('lists.runs')}
        columns={columns}
        rows={queryRows(query, (rows) => rows.filter((row) => row.scope === scope))}
        rowKey={(row) => row.id}
        minWidth={1080}
        empty={<EmptyState title={t('lists.noRuns')} />}
      />
    </section>
  )
}

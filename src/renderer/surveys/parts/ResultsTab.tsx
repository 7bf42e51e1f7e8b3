import { Select } from '@mantine/core'
import { useState } from 'react'
import type { FiguresView, ResultsView, ScoreView, ShareView } from '../../../shared/surveys/views.ts'
import {
  GROUPING_NAMES,
  type Grouping,
  MEASURE_NAMES,
  SURVEY_CHANNEL_NAMES,
  SURVEY_SOURCE_NAMES,
  type SurveyScope,
} from '../../../shared/surveys/words.ts'
import { DAY, type Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { countText, percentText, today } from '../../ui/formats.ts'
import { rowsOf } from '../../ui/rows.ts'
import { StatCard } from '../../ui/StatCard.tsx'
import { choicesOf, namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { startOf } from '../period.ts'
import styles from './surveys.module.css'

type Group = ResultsView['groups'][number]

/** S5-34 S5-35 S5-70: process and result apart, each with its interval and what it rests on. */
export function ResultsTab({ scope }: { scope: SurveyScope }) {
  const t = useT('surveys')
  const nameOf = useName()
  const [from, setFrom] = useState<Day>(today(Date.now() - 90 * DAY))
  const [to, setTo] = useState<Day>(today())
  const [by, setBy] = useState<Grouping>('month')
  const period = { scope, from: startOf(from), to: startOf(to) + DAY, by }
  const { data, failure, reload } = useQuery('surveys.results', period, { topics: ['cases'] })
  const columns = useColumns(scope, by)
  return (
    <>
      <div className={styles.filters}>
        <DayField label={t('from')} value={from} onChange={(day) => day && setFrom(day)} />
        <DayField label={t('to')} value={to} onChange={(day) => day && setTo(day)} />
        <Select
          label={t('results.by')}
          data={choicesOf(GROUPING_NAMES, nameOf)}
          value={by}
          onChange={(value) => value && setBy(value)}
        />
      </div>
      <FailureAlert failure={failure} onRetry={reload} />
      {data && <Cards scope={scope} figures={data.total} />}
      {data && by !== 'none' && (
        <DataTable
          label={t('tabs.results')}
          columns={columns}
          rows={rowsOf(data.groups)}
          rowKey={(row) => row.key}
          minWidth={720}
          empty={<EmptyState title={t('results.empty')} text={t('results.emptyText')} />}
        />
      )}
      <p className={flow.faint}>{t('results.rule')}</p>
    </>
  )
}

/** The parts of a scope's results that its questionnaires ask for. */
const SHOWN: Record<SurveyScope, readonly ('result' | 'process' | 'agent' | 'overall')[]> = {
  handling: ['result', 'process', 'agent', 'overall'],
  service: ['overall', 'agent'],
}

function Cards({ scope, figures }: { scope: SurveyScope; figures: FiguresView }) {
  const t = useT('surveys')
  const nameOf = useName()
  const { response, nps, effort, accepted, solved } = figures
  const note = (share: ShareView) =>
    share.share === null ? t('results.of', share) : t('results.interval', intervalOf(share))
  return (
    <div className={styles.cards}>
      <StatCard
        label={t('results.response')}
        value={shareText(response)}
        note={`${t('results.responseNote', response)} · ${note(response)}`}
      />
      {SHOWN[scope].map((measure) => (
        <ScoreCard
          key={measure}
          label={t('results.csat', { name: nameOf(MEASURE_NAMES[measure]) })}
          score={figures[measure]}
        />
      ))}
      {scope === 'service' && (
        <StatCard
          label={t('results.nps')}
          value={nps.score === null ? '–' : nps.score.toFixed(0)}
          note={`${t('results.npsNote', nps)} · ${t('results.interval', { low: nps.low.toFixed(0), high: nps.high.toFixed(0) })}`}
        />
      )}
      <ScoreCard label={t('results.ces')} score={effort} />
      {scope === 'handling' && (
        <>
          <StatCard label={t('results.accepted')} value={shareText(accepted)} note={note(accepted)} />
          <StatCard label={t('results.solved')} value={shareText(solved)} note={note(solved)} />
        </>
      )}
      <StatCard
        label={t('results.poor')}
        value={countText(figures.poor)}
        note={t('results.of', { hits: figures.poor, count: figures.answered })}
      />
    </div>
  )
}

function ScoreCard({ label, score }: { label: string; score: ScoreView }) {
  const t = useT('surveys')
  const mean = t('results.mean', { mean: score.mean?.toFixed(2) ?? '–', count: score.count })
  const interval = score.share === null ? '' : ` · ${t('results.interval', intervalOf(score))}`
  return <StatCard label={label} value={shareText(score)} note={`${mean}${interval}`} />
}

const shareText = ({ share }: ShareView) => (share === null ? '–' : percentText(share))
const intervalOf = ({ low, high }: ShareView) => ({ low: percentText(low), high: percentText(high) })

function useColumns(scope: SurveyScope, by: Grouping): Column<Group>[] {
  const t = useT('surveys')
  const nameOf = useName()
  const groupName = useGroupName(by)
  const score = (measure: 'result' | 'process' | 'agent' | 'overall'): Column<Group> => ({
    id: measure,
    header: nameOf(MEASURE_NAMES[measure]),
    width: 'minmax(118px, 1fr)',
    align: 'right',
    cell: (row) => scoreText(row[measure]),
  })
  const nps: Column<Group> = {
    ...{ id: 'nps', header: 'NPS', width: '70px', align: 'right' },
    cell: (row) => row.nps.score?.toFixed(0) ?? '–',
  }
  return [
    { id: 'key', header: nameOf(GROUPING_NAMES[by]), width: 'minmax(110px, 1.2fr)', cell: groupName },
    {
      id: 'response',
      header: t('results.response'),
      width: '112px',
      align: 'right',
      cell: (row) => `${shareText(row.response)} (${row.response.hits}/${row.response.count})`,
    },
    {
      id: 'answers',
      header: t('results.answers'),
      width: '76px',
      align: 'right',
      cell: (row) => countText(row.answered),
    },
    ...SHOWN[scope].map(score),
    ...(scope === 'service' ? [nps] : []),
    { id: 'poor', header: t('poor'), width: '76px', align: 'right', cell: (row) => countText(row.poor) },
  ]
}

function scoreText(score: ScoreView): string {
  return score.share === null ? '–' : `${percentText(score.share)} · ${score.mean?.toFixed(2) ?? ''}`
}

function useGroupName(by: Grouping): (row: Group) => string {
  const t = useT('surveys')
  const u = useT('ui')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  return ({ key, name }) => {
    if (by === 'channel') return namedBy(SURVEY_CHANNEL_NAMES, key, nameOf)
    if (by === 'source') return namedBy(SURVEY_SOURCE_NAMES, key, nameOf)
    if (by === 'category') return key === '' ? t('results.noCategory') : namedBy(categoryNames, key, nameOf)
    if (by === 'agent') return name ?? t('results.nobody')
    if (by !== 'tier') return key
    const tier = (['diamond', 'platinum', 'gold', 'silver', 'none'] as const).find((one) => one === key)
    return tier ? u(`tiers.${tier}`) : key
  }
}

import { Fragment } from 'react'
import { FIGURE_GROUP_NAMES, FIGURE_GROUPS } from '../../../shared/reports/figure-spec.ts'
import { FIGURE_IDS, type FigureId, figureSpec } from '../../../shared/reports/figures.ts'
import type { Report } from '../../../shared/reports/model.ts'
import { trendOf } from '../../../shared/reports/trend.ts'
import { SMALL_NUMBER } from '../../../shared/reports/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatCard } from '../../ui/StatCard.tsx'
import { useName } from '../../ui/use-name.ts'
import { basisText, changeText, figureOf, valueText } from '../value-text.ts'
import type { Open } from './BehindPanel.tsx'
import { ColumnChart } from './ColumnChart.tsx'
import { GoalsBeside } from './GoalsBeside.tsx'
import { Highlights } from './Highlights.tsx'
import { OpenLink } from './NumbersTable.tsx'
import styles from './reports.module.css'

export type ViewProps = { report: Report; other: Report | undefined; onOpen: (open: Open) => void; openKey: string }

const FIRST: readonly FigureId[] = ['complaints', 'onTime', 'confirmed24', 'handling', 'solved', 'scoreResult']

/** S4-153: all numbers of the period beside those of another, with the main ones and what stands out above. */
export function FiguresView(props: ViewProps) {
  const { report, other, onOpen } = props
  const t = useT('reports')
  const nameOf = useName()
  const trend = trendOf(report)
  return (
    <div className={styles.scroll}>
      <div className={styles.cards}>
        {FIRST.map((id) => {
          const { name, unit } = figureSpec(id)
          const now = figureOf(report, id)?.value ?? null
          const then = figureOf(other, id)?.value ?? null
          return (
            <StatCard
              key={id}
              label={nameOf(name)}
              value={valueText(now, unit)}
              note={other ? changeText(now, then, unit) : ' '}
              onOpen={() => onOpen({ kind: 'figure', id })}
            />
          )
        })}
      </div>
      <Highlights report={report} />
      <GoalsBeside report={report} />
      {trend && <ColumnChart title={t(trend.by === 'month' ? 'chart.perMonth' : 'chart.perDay')} trend={trend} />}
      <AllFigures {...props} />
    </div>
  )
}

function AllFigures({ report, other, onOpen, openKey }: ViewProps) {
  const t = useT('reports')
  const nameOf = useName()
  return (
    <table className={styles.table} aria-label={t('views.figures')}>
      <thead>
        <tr>
          <th scope="col">{t('figure')}</th>
          <th scope="col" data-number>
            {t('now', { key: report.period.key })}
          </th>
          <th scope="col" data-number>
            {t('basis')}
          </th>
          <th scope="col" data-number data-wide>
            {t('p90')}
          </th>
          <th scope="col" data-number data-wide>
            {t('beside', { key: other?.period.key ?? '' })}
          </th>
          <th scope="col" data-number data-wide>
            {t('change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {FIGURE_GROUPS.map((group) => (
          <Fragment key={group}>
            <tr>
              <th scope="rowgroup" colSpan={6}>
                {nameOf(FIGURE_GROUP_NAMES[group])}
              </th>
            </tr>
            {FIGURE_IDS.filter((id) => figureSpec(id).group === group).map((id) => (
              <FigureRow key={id} id={id} report={report} other={other} isOpen={openKey === id} onOpen={onOpen} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Omit<ViewProps, 'openKey'> & { id: FigureId; isOpen: boolean }

function FigureRow({ id, report, other, isOpen, onOpen }: RowProps) {
  const nameOf = useName()
  const { name, unit } = figureSpec(id)
  const now = figureOf(report, id)
  const then = figureOf(other, id)
  return (
    <tr data-open={isOpen || undefined}>
      <th scope="row">
        <OpenLink onOpen={() => onOpen({ kind: 'figure', id })}>{nameOf(name)}</OpenLink>
        {now?.isSmall && <SmallMark />}
      </th>
      <td data-number>{valueText(now?.value ?? null, unit)}</td>
      <td data-number>{now ? basisText(now) : ''}</td>
      <td data-number data-wide>
        {now?.p90 == null ? '' : valueText(now.p90, 'ms')}
      </td>
      <td data-number data-wide>
        {other ? valueText(then?.value ?? null, unit) : ''}
      </td>
      <td data-number data-wide>
        {other ? changeText(now?.value ?? null, then?.value ?? null, unit) : ''}
      </td>
    </tr>
  )
}

/** Marks a number that rests on few cases. */
export function SmallMark() {
  const t = useT('reports')
  return (
    <span className={styles.small} title={t('smallHint', { n: SMALL_NUMBER })}>
      {t('small')}
    </span>
  )
}

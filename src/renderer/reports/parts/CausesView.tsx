import { ALERT_STATE_NAMES, DIMENSION_NAMES } from '../../../shared/patterns/words.ts'
import { type ParetoRow, paretoOf } from '../../../shared/reports/charts.ts'
import { figureSpec } from '../../../shared/reports/figures.ts'
import type { AlertRow, CauseRow, TypeRow } from '../../../shared/reports/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { countText, dateText, moneyText, percentText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { valueText } from '../value-text.ts'
import type { ViewProps } from './FiguresView.tsx'
import { type NumbersColumn, NumbersTable, OpenLink } from './NumbersTable.tsx'
import { ParetoChart } from './ParetoChart.tsx'
import styles from './reports.module.css'

/** S1-59 S5-37 S5-38 S5-56 S5-61: common types with their results and causes, main causes, emerging problems, money. */
export function CausesView({ report, onOpen, openKey }: ViewProps) {
  const t = useT('reports')
  const nameOf = useName()
  const figures = report.types[0]?.figures ?? []
  const types: NumbersColumn<TypeRow>[] = [
    {
      header: t('columns.type'),
      cell: ({ key, name, isUnusual }) => (
        <>
          <OpenLink onOpen={() => onOpen({ kind: 'spread', id: 'category', key, name: nameOf(name), of: 'complaint' })}>
            {nameOf(name)}
          </OpenLink>
          {isUnusual && <span className={styles.mark}>{t('unusual')}</span>}
        </>
      ),
    },
    { header: t('columns.count'), isNumber: true, cell: ({ count }) => countText(count) },
    { header: t('columns.share'), isNumber: true, cell: ({ share }) => percentText(share) },
    ...figures.map(({ id }) => ({
      header: nameOf(figureSpec(id).name),
      isNumber: true,
      cell: (row: TypeRow) => valueText(row.figures.find((one) => one.id === id)?.value ?? null, figureSpec(id).unit),
    })),
    {
      header: t('columns.causes'),
      cell: ({ causes }) => causes.map(({ name, count }) => `${nameOf(name)} ${count}`).join(' · ') || '—',
    },
  ]
  const pareto = paretoOf(report.causes, report.withCause)
  const causes: NumbersColumn<ParetoRow<CauseRow>>[] = [
    {
      header: t('columns.cause'),
      cell: ({ key, name }) => (
        <OpenLink onOpen={() => onOpen({ kind: 'cause', key, name: nameOf(name) })}>{nameOf(name)}</OpenLink>
      ),
    },
    { header: t('columns.count'), isNumber: true, cell: ({ count }) => countText(count) },
    { header: t('columns.share'), isNumber: true, cell: ({ share }) => percentText(share) },
    { header: t('columns.cumulative'), isNumber: true, cell: ({ cumulative }) => percentText(cumulative) },
  ]
  const alerts: NumbersColumn<AlertRow>[] = [
    {
      header: t('columns.alert'),
      cell: ({ name }) => <OpenLink onOpen={() => go('patterns')}>{nameOf(name)}</OpenLink>,
    },
    { header: t('columns.dimension'), cell: ({ dimension }) => namedBy(DIMENSION_NAMES, dimension, nameOf) },
    { header: t('columns.raisedAt'), cell: ({ raisedAt }) => dateText(raisedAt) },
    { header: t('columns.count'), isNumber: true, cell: ({ count }) => countText(count) },
    { header: t('columns.limit'), isNumber: true, cell: ({ limit }) => countText(limit) },
    { header: t('columns.state'), cell: ({ state }) => namedBy(ALERT_STATE_NAMES, state, nameOf) },
  ]
  const none = t('nothing')
  const keyed = { rowKey: ({ key }: { key: string }) => key, openKey, empty: none }
  return (
    <div className={styles.scroll}>
      <Section title={t('types')} level={2}>
        <NumbersTable label={t('types')} columns={types} rows={report.types} {...keyed} />
      </Section>
      <div className={styles.two}>
        <Section title={t('causes')} level={2}>
          <p className={styles.faint}>{t('causesHint', { count: report.withCause })}</p>
          <ParetoChart rows={pareto} />
          <NumbersTable label={t('causes')} columns={causes} rows={pareto} {...keyed} />
        </Section>
        <Section title={t('alerts')} level={2}>
          <NumbersTable
            label={t('alerts')}
            columns={alerts}
            rows={report.alerts}
            rowKey={({ id }) => id}
            empty={none}
          />
        </Section>
      </div>
      {report.compensation && (
        <Section title={t('money')} level={2}>
          {report.compensation.months.length === 0 && <p className={styles.faint}>{none}</p>}
          <ul className={styles.short}>
            {report.compensation.months.map(({ month, count, costFen }) => (
              <li key={month}>{t('moneyLine', { month, count, cost: moneyText(costFen) })}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CostAnalysis } from '../../../shared/compensation/cost-model.ts'
import { EFFECT_NAMES } from '../../../shared/compensation/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText, kmText, moneyText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { StatCard } from '../../ui/StatCard.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { monthOf } from '../amount-text.ts'
import { Benefit } from './Benefit.tsx'
import { BudgetForm, CostForm } from './CostForms.tsx'
import { type ListColumn, ListTable } from './ListTable.tsx'

const YEAR_MS = 334 * 86_400_000
const MONTH = /^\d{4}-\d{2}$/

/** S2-165 S1-63..66: what compensation costs, by what and when, against the budget and what else complaint work costs. */
export function CostsTab() {
  const t = useT('compensation')
  const [from, setFrom] = useState(() => monthOf(Date.now() - YEAR_MS))
  const [until, setUntil] = useState(() => monthOf(Date.now()))
  const isWhole = MONTH.test(from) && MONTH.test(until)
  const query = useQuery('compensation.analysis', { from, until }, { topics: ['cases'], enabled: isWhole })
  return (
    <div className={styles.scroll}>
      <div className={styles.line}>
        <TextInput
          type="month"
          label={t('costs.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="month"
          label={t('costs.until')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data && <Analysis analysis={query.data} />}
      <BudgetForm />
      <CostForm />
      <Benefit costFen={query.data ? totalOf(query.data) : 0} />
    </div>
  )
}

/** Everything that complaint work has cost in the months shown. */
function totalOf({ months }: CostAnalysis): number {
  return months.reduce((sum, one) => sum + one.costFen + one.personnelFen + one.systemFen + one.marketingFen, 0)
}

function Analysis({ analysis }: { analysis: CostAnalysis }) {
  const t = useT('compensation')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const policy = useQuery('compensation.policy', {}, { topics: ['policies'] }).data
  const formName = (id: string) => {
    const form = policy?.forms.find((one) => one.id === id)
    return form ? nameOf(form.name) : id
  }
  const scopeName = (id: string) => {
    const scope = policy?.scopes.find((one) => one.id === id)
    return scope ? nameOf(scope.name) : id
  }
  const { total, effects } = analysis
  const miles = total.miles > 0 ? kmText(total.miles) : undefined
  return (
    <>
      <div className={styles.cards}>
        <StatCard label={t('costs.total')} value={moneyText(total.costFen)} note={miles} />
        <StatCard label={t('costs.count')} value={countText(total.count)} />
        {effects.map(({ key, count }) => (
          <StatCard
            key={key}
            label={namedBy(EFFECT_NAMES, key, nameOf)}
            value={countText(count)}
            note={t('costs.effects')}
          />
        ))}
      </div>
      <h2 className={styles.part}>{t('costs.byMonth')}</h2>
      <Months months={analysis.months} />
      <div className={styles.form}>
        <Spread
          title={t('costs.byCategory')}
          rows={analysis.categories}
          nameOf={(key) => namedBy(categoryNames, key, nameOf)}
        />
        <Spread title={t('costs.byForm')} rows={analysis.forms} nameOf={formName} />
        <Spread title={t('costs.byCause')} rows={analysis.causes} nameOf={scopeName} />
      </div>
    </>
  )
}

type SpreadRow = CostAnalysis['forms'][number]
type SpreadProps = { title: string; rows: readonly SpreadRow[]; nameOf: (key: string) => string }

function Spread({ title, rows, nameOf }: SpreadProps) {
  const t = useT('compensation')
  const columns: ListColumn<SpreadRow>[] = [
    { header: t('columns.what'), cell: ({ key }) => nameOf(key) },
    { header: t('columns.count'), cell: ({ count }) => countText(count), isNumber: true },
    { header: t('columns.cost'), cell: ({ costFen }) => moneyText(costFen), isNumber: true },
  ]
  return (
    <div>
      <h3 className={styles.part}>{title}</h3>
      <ListTable label={title} columns={columns} rows={rows} rowKey={({ key }) => key} empty={t('empty.costs')} />
    </div>
  )
}

type Month = CostAnalysis['months'][number]

function Months({ months }: { months: readonly Month[] }) {
  const t = useT('compensation')
  const money = (header: string, pick: (month: Month) => number | null): ListColumn<Month> => ({
    header,
    isNumber: true,
    cell: (month) => {
      const fen = pick(month)
      return fen === null ? '—' : moneyText(fen)
    },
  })
  const columns: ListColumn<Month>[] = [
    { header: t('columns.month'), cell: ({ month }) => month },
    { header: t('columns.count'), cell: ({ count }) => countText(count), isNumber: true },
    money(t('columns.cost'), ({ costFen }) => costFen),
    money(t('columns.open'), ({ openFen }) => openFen),
    {
      header: t('columns.budget'),
      isNumber: true,
      cell: ({ budgetFen, costFen, openFen }) =>
        budgetFen === null ? (
          '—'
        ) : (
          <span className={costFen + openFen > budgetFen ? styles.late : ''}>{moneyText(budgetFen)}</span>
        ),
    },
    money(t('columns.personnel'), ({ personnelFen }) => personnelFen),
    money(t('columns.system'), ({ systemFen }) => systemFen),
    money(t('columns.marketing'), ({ marketingFen }) => marketingFen),
  ]
  return (
    <ListTable
      label={t('costs.byMonth')}
      columns={columns}
      rows={months}
      rowKey={({ month }) => month}
      empty={t('empty.costs')}
    />
  )
}

import { LEVEL_NAMES } from '../../../shared/compensation/words.ts'
import type { BacktestReport } from '../../../shared/policies/backtest.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText, kmText, moneyText } from '../../ui/formats.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { CaseLink, Listed } from './BacktestRows.tsx'

type Props = { cost: BacktestReport['compensation']; onOpen: (caseId: string) => void }

const signed = (fen: number) => (fen > 0 ? `+${moneyText(fen)}` : moneyText(fen))

/** What compensation would have cost beside what it did: in all, by form, by month, and case by case. */
export function BacktestCost({ cost, onOpen }: Props) {
  const t = useT('policies')
  const { amounts, cost: sums, changed, forms, months, rows } = cost
  return (
    <>
      <h2 className={styles.part}>{t('cost.title')}</h2>
      <p>
        {t('cost.result', {
          ...{ amounts: countText(amounts), before: moneyText(sums.before), after: moneyText(sums.after) },
          ...{ difference: signed(sums.after - sums.before), changed: countText(changed) },
        })}
      </p>
      {amounts > 0 && (
        <>
          <Sums
            label={t('cost.forms')}
            lines={forms.map(({ form, name, ...line }) => ({ key: form, name: name[side()], ...line }))}
          />
          <Sums
            label={t('cost.months')}
            lines={months.map(({ month, ...line }) => ({ key: month, name: month, ...line }))}
          />
        </>
      )}
      {rows.length > 0 && (
        <>
          <Listed shown={rows.length} all={changed} />
          <Rows rows={rows} onOpen={onOpen} nameOf={(form) => forms.find((one) => one.form === form)?.name[side()]} />
        </>
      )}
    </>
  )
}

type Sum = { count: number; costFen: number }
type Line = { key: string; name: string; before: Sum; after: Sum }

function Sums({ label, lines }: { label: string; lines: readonly Line[] }) {
  const t = useT('policies')
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th>{label}</th>
          <th data-number>{`${t('cost.count')} · ${t('backtest.before')}`}</th>
          <th data-number>{`${t('cost.count')} · ${t('backtest.after')}`}</th>
          <th data-number>{`${t('cost.fen')} · ${t('backtest.before')}`}</th>
          <th data-number>{`${t('cost.fen')} · ${t('backtest.after')}`}</th>
          <th data-number>{t('cost.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, before, after }) => (
          <tr key={key}>
            <td>{name}</td>
            <td data-number>{countText(before.count)}</td>
            <td data-number>{countText(after.count)}</td>
            <td data-number>{moneyText(before.costFen)}</td>
            <td data-number>{moneyText(after.costFen)}</td>
            <td data-number>{signed(after.costFen - before.costFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Row = Props['cost']['rows'][number]

const amountText = ({ amountFen, miles }: { amountFen: number; miles: number }) =>
  miles > 0 ? kmText(miles) : moneyText(amountFen)

type RowsProps = Pick<Props, 'onOpen'> & { rows: readonly Row[]; nameOf: (form: string) => string | undefined }

function Rows({ rows, nameOf, onOpen }: RowsProps) {
  const t = useT('policies')
  return (
    <table className={styles.table} aria-label={t('cost.cases')}>
      <thead>
        <tr>
          <th>{t('backtest.case')}</th>
          <th>{t('cost.form')}</th>
          <th data-number>{`${t('cost.amount')} · ${t('backtest.before')}`}</th>
          <th data-number>{`${t('cost.amount')} · ${t('backtest.after')}`}</th>
          <th>{`${t('cost.level')} · ${t('backtest.before')}`}</th>
          <th>{`${t('cost.level')} · ${t('backtest.after')}`}</th>
          <th data-number>{t('cost.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ compensationId, caseId, number, form, before, after, differenceFen }) => (
          <tr key={compensationId}>
            <td>
              <CaseLink caseId={caseId} number={number} onOpen={onOpen} />
            </td>
            <td>{nameOf(form) ?? form}</td>
            <td data-number>{amountText(before)}</td>
            <td data-number>{after.refusal === null ? amountText(after) : '—'}</td>
            <td>{LEVEL_NAMES[before.level][side()]}</td>
            <td>
              {after.level === null
                ? t(`cost.refusals.${after.refusal ?? 'compensation-form'}`)
                : LEVEL_NAMES[after.level][side()]}
            </td>
            <td data-number>{signed(differenceFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const FIGURES = ['approvals', 'reminders', 'escalations'] as const

/** How often each role would have been asked, reminded and called upon. */
export function BacktestWork({ workload }: { workload: BacktestReport['workload'] }) {
  const t = useT('policies')
  const u = useT('ui')
  return (
    <>
      <h2 className={styles.part}>{t('work.title')}</h2>
      <table className={styles.table} aria-label={t('work.title')}>
        <thead>
          <tr>
            <th>{t('work.role')}</th>
            {FIGURES.flatMap((figure) =>
              (['before', 'after'] as const).map((when) => (
                <th key={`${figure} ${when}`} data-number>{`${t(`work.${figure}`)} · ${t(`backtest.${when}`)}`}</th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {workload.map((one) => (
            <tr key={one.role}>
              <td>{u(`roles.${one.role}`)}</td>
              {FIGURES.flatMap((figure) =>
                (['before', 'after'] as const).map((when) => (
                  <td key={`${figure} ${when}`} data-number>
                    {countText(one[figure][when])}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

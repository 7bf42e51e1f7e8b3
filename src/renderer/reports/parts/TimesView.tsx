import type { ClockRow, StageRow } from '../../../shared/reports/model.ts'
import { SMALL_NUMBER } from '../../../shared/reports/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { countText, percentText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { shareText, valueText } from '../value-text.ts'
import { ShareBar } from './ColumnChart.tsx'
import { SmallMark, type ViewProps } from './FiguresView.tsx'
import { type NumbersColumn, NumbersTable, OpenLink } from './NumbersTable.tsx'
import styles from './reports.module.css'

/** S1-57 S5-57: how each kind of limit was kept, and where complaints spend their time. */
export function TimesView({ report, onOpen, openKey }: ViewProps) {
  const t = useT('reports')
  const nameOf = useName()
  const clocks: NumbersColumn<ClockRow>[] = [
    {
      header: t('columns.clock'),
      cell: ({ key, name, decided }) => (
        <>
          <OpenLink onOpen={() => onOpen({ kind: 'clock', key, name: nameOf(name) })}>{nameOf(name)}</OpenLink>
          {decided < SMALL_NUMBER && <SmallMark />}
        </>
      ),
    },
    { header: t('columns.decided'), isNumber: true, cell: ({ decided }) => countText(decided) },
    { header: t('columns.late'), isNumber: true, cell: ({ decided, onTime }) => countText(decided - onTime) },
    { header: t('columns.onTime'), isNumber: true, cell: ({ decided, onTime }) => shareText(onTime, decided) },
    { header: t('columns.median'), isNumber: true, cell: ({ median }) => valueText(median, 'ms') },
    { header: t('columns.p90'), isNumber: true, cell: ({ p90 }) => valueText(p90, 'ms') },
  ]
  const stages: NumbersColumn<StageRow>[] = [
    {
      header: t('columns.stage'),
      cell: ({ key, name, isWeakLink }) => (
        <>
          <OpenLink onOpen={() => onOpen({ kind: 'stage', key, name: nameOf(name) })}>{nameOf(name)}</OpenLink>
          {isWeakLink && <span className={styles.mark}>{t('weakLink')}</span>}
        </>
      ),
    },
    { header: '', cell: ({ share }) => <ShareBar share={share} /> },
    { header: t('columns.share'), isNumber: true, cell: ({ share }) => (share === 0 ? '—' : percentText(share)) },
    { header: t('columns.stays'), isNumber: true, cell: ({ stays }) => countText(stays) },
    { header: t('columns.running'), isNumber: true, cell: ({ running }) => countText(running) },
    { header: t('columns.median'), isNumber: true, cell: ({ median }) => valueText(median, 'ms') },
    { header: t('columns.p90'), isNumber: true, cell: ({ p90 }) => valueText(p90, 'ms') },
  ]
  return (
    <div className={styles.scroll}>
      <Section title={t('clocks')} level={2}>
        <p className={styles.faint}>{t('clocksHint')}</p>
        <NumbersTable
          label={t('clocks')}
          columns={clocks}
          rows={report.clocks}
          rowKey={({ key }) => key}
          openKey={openKey}
          empty={t('nothing')}
        />
      </Section>
      <Section title={t('stages')} level={2}>
        <p className={styles.faint}>{t('stagesHint')}</p>
        <NumbersTable
          label={t('stages')}
          columns={stages}
          rows={report.stages}
          rowKey={({ key }) => key}
          openKey={openKey}
          empty={t('nothing')}
        />
      </Section>
    </div>
  )
}

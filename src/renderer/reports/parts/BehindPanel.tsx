import { Anchor, Button, SegmentedControl } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseKind } from '../../../shared/cases/words.ts'
import type { CasesBehind } from '../../../shared/reports/contract.ts'
import type { FigureUnit } from '../../../shared/reports/figure-spec.ts'
import { type FigureId, figureSpec } from '../../../shared/reports/figures.ts'
import type { ReportPeriod } from '../../../shared/reports/model.ts'
import { SPREAD_NAMES, type SpreadId } from '../../../shared/reports/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { go } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { valueText } from '../value-text.ts'
import styles from './reports.module.css'

/** A number of the report that somebody opened. */
export type Open =
  | { kind: 'figure'; id: FigureId }
  | { kind: 'spread'; id: SpreadId; key: string; name: string; of?: CaseKind }
  | { kind: 'clock' | 'stage' | 'cause'; key: string; name: string }

/** What the row of an open number is called in its table. */
export const keyOf = (open: Open | null): string => (open === null ? '' : open.kind === 'figure' ? open.id : open.key)

type Part = 'hits' | 'rest' | 'of'

function behindOf(open: Open, part: Part): CasesBehind {
  switch (open.kind) {
    case 'figure':
      return { figure: open.id, part }
    case 'spread':
      return { spread: open.id, key: open.key, ...(open.of ? { kind: open.of } : {}) }
    case 'clock':
      return { clock: open.key, part: part === 'of' ? 'of' : 'late' }
    case 'stage':
      return { stage: open.key }
    case 'cause':
      return { cause: open.key }
  }
}

const unitOf = (open: Open): FigureUnit =>
  open.kind === 'figure' ? figureSpec(open.id).unit : open.kind === 'clock' || open.kind === 'stage' ? 'ms' : 'count'

type Props = { open: Open; period: ReportPeriod; onClose: () => void }

/** What stands behind a number: its definition, and the cases it counts with the time or points of each. */
export function BehindPanel({ open, period, onClose }: Props) {
  const t = useT('reports')
  const nameOf = useName()
  const title =
    open.kind === 'figure'
      ? nameOf(figureSpec(open.id).name)
      : open.kind === 'spread'
        ? `${nameOf(SPREAD_NAMES[open.id])} · ${open.name}`
        : open.name
  const improve = () => go('improvements', { source: 'report', sourceId: period.key, title: `${title} ${period.key}` })
  return (
    <DetailPanel
      title={title}
      label={t('open', { name: title })}
      onClose={onClose}
      actions={
        <Button size="compact-xs" variant="default" leftSection={<IconBulb size={13} />} onClick={improve}>
          {t('improve')}
        </Button>
      }
    >
      {open.kind === 'figure' && <Definition id={open.id} />}
      <Section title={t('cases')}>
        <Cases open={open} period={period} />
      </Section>
    </DetailPanel>
  )
}

function Definition({ id }: { id: FigureId }) {
  const t = useT('reports')
  const nameOf = useName()
  const { numerator, denominator, exclusions } = figureSpec(id)
  return (
    <Section title={t('definition')}>
      <Facts
        columns={1}
        facts={[
          { label: t('numerator'), value: nameOf(numerator) },
          { label: t('denominator'), value: nameOf(denominator) },
          { label: t('exclusions'), value: nameOf(exclusions) },
        ]}
      />
    </Section>
  )
}

function Cases({ open, period }: { open: Open; period: ReportPeriod }) {
  const t = useT('reports')
  const nameOf = useName()
  const isShare = open.kind === 'figure' && figureSpec(open.id).unit === 'share'
  const [part, setPart] = useState<Part>(isShare || open.kind === 'clock' ? 'hits' : 'of')
  const behind = behindOf(open, part)
  const query = useQuery('reports.cases', { kind: period.kind, period: period.key, behind }, { clearOnChange: true })
  const { data, failure, reload } = query
  const unit = unitOf(open)
  return (
    <>
      {isShare && (
        <SegmentedControl
          aria-label={t('parts.label')}
          value={part}
          onChange={(value) => setPart(value === 'rest' ? 'rest' : value === 'of' ? 'of' : 'hits')}
          data={(['hits', 'rest', 'of'] as const).map((value) => ({ value, label: t(`parts.${value}`) }))}
        />
      )}
      <FailureAlert failure={failure} onRetry={reload} />
      {data && data.rows.length === 0 && <p className={styles.faint}>{t('noCases')}</p>}
      {data && data.rows.length > 0 && (
        <>
          <p className={styles.faint}>{t('casesShown', { total: data.total, shown: data.rows.length })}</p>
          <ul className={styles.cases}>
            {data.rows.map(({ case: row, value }) => (
              <li key={row.id}>
                <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: row.id })}>
                  {row.number}
                </Anchor>
                <span className={styles.grow}>{row.title}</span>
                <span className={styles.faint}>{nameOf(row.stateName)}</span>
                {value !== null && <span className="num">{valueText(value, unit)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

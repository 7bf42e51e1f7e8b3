import type { CallFigures, CaseFigures, ReviewFigures } from '../../../shared/reviews/model.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import { countText, durationText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'

/** S2-131 S2-136: what the case or the call says by itself. */
export function FiguresView({ figures }: { figures: ReviewFigures }) {
  return figures.of === 'call' ? <OfCall figures={figures} /> : <OfCase figures={figures} />
}

const orDash = (value: number | null) => (value === null ? '—' : String(value))

function OfCase({ figures }: { figures: CaseFigures }) {
  const t = useT('reviews')
  const { isSolved, satisfaction } = figures
  const solved = (['yes', 'partly', 'no'] as const).find((one) => one === isSolved)
  return (
    <>
      <Facts
        columns={3}
        facts={[
          { label: t('figure.handling'), value: figures.handlingMs === null ? '—' : durationText(figures.handlingMs) },
          { label: t('figure.entry'), value: durationText(figures.entryMs) },
          { label: t('figure.rounds'), value: countText(figures.rounds) },
          { label: t('figure.transfers'), value: countText(figures.transfers) },
          { label: t('figure.escalation'), value: countText(figures.escalation) },
          { label: t('figure.contacts'), value: countText(figures.contacts) },
          { label: t('figure.evidence'), value: countText(figures.evidence) },
          { label: t('figure.isSolved'), value: solved ? t(`solved.${solved}`) : '—' },
        ]}
      />
      <Facts
        columns={1}
        facts={[
          {
            label: t('figure.satisfaction'),
            value: t('figure.satisfactionParts', {
              result: orDash(satisfaction.result),
              process: orDash(satisfaction.process),
              agent: orDash(satisfaction.agent),
              overall: orDash(satisfaction.overall),
            }),
          },
        ]}
      />
      <Clocks figures={figures} />
    </>
  )
}

function Clocks({ figures }: { figures: CaseFigures }) {
  const t = useT('reviews')
  const nameOf = useName()
  if (figures.clocks.length === 0) return <p className={styles.faint}>{t('figure.noClocks')}</p>
  return (
    <table className={styles.table} aria-label={t('figure.clock')}>
      <thead>
        <tr>
          <th scope="col">{t('figure.clock')}</th>
          <th scope="col">{t('figure.due')}</th>
          <th scope="col">{t('figure.stopped')}</th>
          <th scope="col" data-number>
            {t('figure.late')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.clocks.map((clock) => (
          <tr key={`${clock.kind} ${clock.round} ${clock.startedAt} ${clock.dueAt}`}>
            <td>{nameOf(CLOCK_KIND_NAMES[clock.kind])}</td>
            <td>
              <InstantText at={clock.dueAt} />
            </td>
            <td>
              <InstantText at={clock.stoppedAt} />
            </td>
            <td data-number className={clock.latePercent > 0 ? styles.late : undefined}>
              {clock.latePercent > 0 ? `${clock.latePercent}%` : t('figure.inTime')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OfCall({ figures }: { figures: CallFigures }) {
  const t = useT('reviews')
  const u = useT('ui')
  const { isInTime } = figures
  return (
    <Facts
      columns={3}
      facts={[
        { label: t('figure.rings'), value: countText(figures.rings) },
        { label: t('figure.answered'), value: isInTime === null ? '—' : u(isInTime ? 'states.yes' : 'states.no') },
        { label: t('figure.wait'), value: durationText(figures.waitMs) },
        { label: t('figure.talk'), value: durationText(figures.talkMs) },
        { label: t('figure.hold'), value: durationText(figures.holdMs) },
        { label: t('figure.wrapUp'), value: durationText(figures.wrapUpMs) },
      ]}
    />
  )
}

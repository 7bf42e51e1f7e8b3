import type { OptimisationRecord } from '../../../shared/standards/optimisations.ts'
import { EFFECT_NAMES, RECORD_NAMES, TRIP_STAGE_NAMES } from '../../../shared/standards/optimise-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'

type Props = { record: OptimisationRecord; replaced: OptimisationRecord | null }

/** One record of an optimisation with its place, days, people and figures. */
export function RecordLine({ record, replaced }: Props) {
  const t = useT('optimise')
  const nameOf = useName()
  const { kind, title, text, tripStage, place, fromDay, toDay, personName, result, effect, before, after, unit } =
    record
  const days = [fromDay, toDay].flatMap((day) => (day === null ? [] : [dayText(day)])).join(' – ')
  const about = [tripStage && nameOf(TRIP_STAGE_NAMES[tripStage]), place, days, personName].filter(Boolean).join(' · ')
  return (
    <>
      <div className={styles.line}>
        <StateBadge tone="neutral" label={nameOf(RECORD_NAMES[kind])} />
        <strong>{title}</strong>
      </div>
      <div className={styles.text}>{text}</div>
      {effect !== null && before !== null && after !== null && (
        <div>{t('change', { effect: nameOf(EFFECT_NAMES[effect]), before, after, unit: unit ?? '' })}</div>
      )}
      {result !== null && <div className={styles.text}>{result}</div>}
      {replaced !== null && <div className={styles.faint}>{t('replaces', { title: replaced.title })}</div>}
      {about !== '' && <div className={styles.faint}>{about}</div>}
      <div className={styles.faint}>
        {record.recordedByName} · {dateTimeText(record.recordedAt)}
      </div>
    </>
  )
}

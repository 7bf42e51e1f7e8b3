import { Select } from '@mantine/core'
import { CARE_KIND_NAMES, type CareKind } from '../../../shared/care/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'

/** How, why, by whom and when somebody is cared for. */
export type Measure = { kind: CareKind; reason: string; ownerId: UserId | null; dueDay: Day | null }

type Props = { value: Measure; onChange: (value: Measure) => void; errors: Record<string, string> }

/** The fields of a measure; alike when it is planned and when it is changed. */
export function MeasureFields({ value, onChange, errors }: Props) {
  const t = useT('care')
  const nameOf = useName()
  return (
    <>
      <Select
        label={t('plan.kind')}
        data={choicesOf(CARE_KIND_NAMES, nameOf)}
        value={value.kind}
        onChange={(kind) => kind !== null && onChange({ ...value, kind })}
      />
      <PersonField
        label={t('plan.owner')}
        withAsterisk
        value={value.ownerId}
        onChange={(ownerId) => onChange({ ...value, ownerId })}
        error={errors.ownerId}
      />
      <DayField
        label={t('plan.day')}
        withAsterisk
        min={today()}
        value={value.dueDay}
        onChange={(dueDay) => onChange({ ...value, dueDay })}
        error={errors.dueDay}
      />
      <TextArea
        keep={{ kind: 'messages-measure-fields-reason', subject: 'new' }}
        className={styles.wide ?? ''}
        label={t('plan.reason')}
        withAsterisk
        minRows={1}
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
        error={errors.reason}
      />
    </>
  )
}

/** A measure that lacks nothing, or nothing. */
export function wholeMeasure({ kind, reason, ownerId, dueDay }: Measure) {
  return reason.trim() === '' || ownerId === null || dueDay === null ? null : { kind, reason, ownerId, dueDay }
}

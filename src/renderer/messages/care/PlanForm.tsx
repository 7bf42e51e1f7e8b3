import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { CARE_OCCASION_NAMES, type CareOccasion } from '../../../shared/care/words.ts'
import type { CaseId, MemberId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { type Measure, MeasureFields, wholeMeasure } from './MeasureFields.tsx'

type Props = { about: { caseId: CaseId } | { memberId: MemberId }; onDone: () => void }

/** S2-145..148: plans a care contact for the customer of a case or for a member. */
export function PlanForm({ about, onDone }: Props) {
  const t = useT('care')
  const u = useT('ui')
  const nameOf = useName()
  const me = useSession((session) => session.user?.id ?? null)
  const [occasion, setOccasion] = useState<CareOccasion>('caseId' in about ? 'afterMatter' : 'regular')
  const [measure, setMeasure] = useState<Measure>({ kind: 'phone', reason: '', ownerId: me, dueDay: today() })
  const plan = useCommand('care.plan', { quiet: true })
  const whole = wholeMeasure(measure)
  const save = async () => {
    if (whole === null || !(await plan.run({ ...about, ...whole, occasion })).ok) return
    tellDone(t('plan.saved'))
    onDone()
  }
  return (
    <form
      className={styles.form}
      aria-label={t('plan.open')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Select
        label={t('plan.occasion')}
        data={choicesOf(CARE_OCCASION_NAMES, nameOf)}
        value={occasion}
        onChange={(value) => value !== null && setOccasion(value)}
      />
      <MeasureFields value={measure} onChange={setMeasure} errors={plan.fieldErrors} />
      {plan.failure && (
        <div className={styles.wide}>
          <FailureAlert failure={plan.failure} />
        </div>
      )}
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="subtle" onClick={onDone}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={plan.isBusy} disabled={whole === null}>
          {t('plan.save')}
        </Button>
      </div>
    </form>
  )
}

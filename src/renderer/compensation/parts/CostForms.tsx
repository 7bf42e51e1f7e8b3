import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { COST_KIND_NAMES, COST_KINDS, type CostKind } from '../../../shared/compensation/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { monthOf } from '../amount-text.ts'

/** What a month may cost; for the manager. */
export function BudgetForm() {
  const t = useT('compensation')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [month, setMonth] = useState(() => monthOf(Date.now()))
  const [amountFen, setAmount] = useState<number | null>(null)
  const set = useCommand('compensation.setBudget')
  if (!isManager) return null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (amountFen !== null && (await set.run({ month, amountFen })).ok) tellDone(t('said.budget'))
  }
  return (
    <form className={styles.form} aria-label={t('costs.setBudget')} onSubmit={(event) => void save(event)}>
      <TextInput
        type="month"
        label={t('costs.month')}
        value={month}
        error={set.fieldErrors.month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <YuanField label={t('costs.budget')} value={amountFen} onChange={setAmount} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button type="submit" variant="default" loading={set.isBusy} disabled={amountFen === null}>
          {t('costs.setBudget')}
        </Button>
      </div>
    </form>
  )
}

/** S1-63..65: what else complaint work has cost. */
export function CostForm() {
  const t = useT('compensation')
  const nameOf = useName()
  const [month, setMonth] = useState(() => monthOf(Date.now()))
  const [kind, setKind] = useState<CostKind>('personnel')
  const [amountFen, setAmount] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const add = useCommand('compensation.addCost')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (amountFen === null || !(await add.run({ month, kind, amountFen, note })).ok) return
    tellDone(t('said.cost'))
    setAmount(null)
    setNote('')
  }
  return (
    <form className={styles.form} aria-label={t('costs.add')} onSubmit={(event) => void save(event)}>
      <TextInput
        type="month"
        label={t('costs.month')}
        value={month}
        error={add.fieldErrors.month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <Select
        label={t('costs.kind')}
        allowDeselect={false}
        value={kind}
        data={choicesOf(COST_KIND_NAMES, nameOf)}
        onChange={(value) => setKind(COST_KINDS.find((one) => one === value) ?? 'personnel')}
      />
      <YuanField label={t('costs.amount')} value={amountFen} error={add.fieldErrors.amountFen} onChange={setAmount} />
      <TextInput label={t('costs.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <KeepLines kind="compensation-cost-lines" subject="new" />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button type="submit" variant="default" loading={add.isBusy} disabled={!amountFen}>
          {t('costs.add')}
        </Button>
      </div>
    </form>
  )
}

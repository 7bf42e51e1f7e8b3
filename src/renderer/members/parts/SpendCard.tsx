import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import type { MemberFile, MemberPeriod } from '../../../shared/members/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { dateText, kmText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { Money } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import styles from '../members.module.css'

/** What the member spends with the airline and its partners (S3-73), and the months behind the tier (S3-35, S3-36). */
export function SpendCard({
  file: { member, spends, periods },
  onChanged,
}: {
  file: MemberFile
  onChanged: () => void
}) {
  const t = useT('members')
  const [isAdding, setAdding] = useState(false)
  const done = () => {
    setAdding(false)
    onChanged()
  }
  return (
    <Section
      title={t('file.spends')}
      actions={
        <ActionIcon
          size={22}
          variant="subtle"
          aria-label={t('spend.add')}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          <IconPlus size={15} />
        </ActionIcon>
      }
    >
      {isAdding && <SpendForm id={member.id} onDone={done} />}
      {periods.length > 0 && <Months periods={periods} />}
      {spends.rows.length === 0 && periods.length === 0 && <span className={styles.dim}>{t('file.noSpends')}</span>}
      <ul className={`${styles.plain} ${styles.clear}`}>
        {spends.rows.map(({ id, at, kind, description, amountFen }) => (
          <li key={id} className={styles.line}>
            <span>
              {description}{' '}
              <span className={styles.dim}>{t(kind === 'own' ? 'file.ownSpend' : 'file.partnerSpend')}</span>
            </span>
            <span>
              <span className={`${styles.dim} num`}>{dateText(at)}</span> <Money fen={amountFen} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Months({ periods }: { periods: readonly MemberPeriod[] }) {
  const t = useT('members')
  const sum = (of: (period: MemberPeriod) => number) => periods.reduce((total, period) => total + of(period), 0)
  return (
    <table className={styles.months}>
      <caption className={styles.dim} style={{ textAlign: 'start' }}>
        {t('file.months', { count: periods.length })}
      </caption>
      <tbody>
        <tr>
          <td>{kmText(sum(({ distanceKm }) => distanceKm))}</td>
          <td>{t('file.segments', { count: sum(({ segments }) => segments) })}</td>
          <td>
            {t('file.ownSpend')} <Money fen={sum(({ spendFen }) => spendFen)} />
          </td>
          <td>
            {t('file.partnerSpend')} <Money fen={sum(({ partnerSpendFen }) => partnerSpendFen)} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** Yuan with at most two decimals as fen; undefined for anything else. */
function fenOf(text: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

function SpendForm({ id, onDone }: { id: MemberId; onDone: () => void }) {
  const t = useT('members')
  const u = useT('ui')
  const save = useCommand('members.recordSpend')
  const [day, setDay] = useState<string | null>(today())
  const [kind, setKind] = useState<'own' | 'partner'>('own')
  const [description, setDescription] = useState('')
  const [amount, setAmount] = useState('')
  const fen = fenOf(amount)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (fen === undefined || day === null) return
    const at = Date.parse(`${day}T00:00:00+08:00`)
    if (!(await save.run({ id, at, kind, description, amountFen: fen })).ok) return
    tellDone(t('spend.saved'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <FieldRow>
        <DayField label={t('spend.day')} value={day} max={today()} onChange={setDay} error={save.fieldErrors.at} />
        <Select
          label={t('spend.kind')}
          value={kind}
          onChange={(value) => setKind(value === 'partner' ? 'partner' : 'own')}
          data={[
            { value: 'own', label: t('file.ownSpend') },
            { value: 'partner', label: t('file.partnerSpend') },
          ]}
        />
        <TextInput
          label={t('spend.description')}
          value={description}
          maxLength={200}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={save.fieldErrors.description}
        />
        <TextInput
          label={t('spend.amount')}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={amount !== '' && fen === undefined ? u('issues.invalid') : undefined}
        />
      </FieldRow>
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isBusy} disabled={fen === undefined || description.trim() === ''}>
          {u('actions.save')}
        </Button>
      </div>
      <KeepLines kind="member-spend-lines" subject={id} />
    </form>
  )
}

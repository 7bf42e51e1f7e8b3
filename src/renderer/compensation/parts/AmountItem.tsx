import { CONTACT_CHANNEL_NAMES } from '../../../shared/cases/axes.ts'
import type { CompensationCase, CompensationView } from '../../../shared/compensation/model.ts'
import { COMPENSATION_STATUS_NAMES, EFFECT_NAMES, LEVEL_NAMES } from '../../../shared/compensation/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { Facts } from '../../ui/DetailPanel.tsx'
import { dateTimeText, moneyText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { amountText } from '../amount-text.ts'
import { AmountActs } from './AmountActs.tsx'

export const AMOUNT_TONES: Record<CompensationView['status'], Tone> = {
  pending: 'warn',
  approved: 'info',
  returned: 'bad',
  agreed: 'info',
  declined: 'neutral',
  executed: 'good',
  cancelled: 'neutral',
}

type Props = { row: CompensationView; view: CompensationCase }

/** One amount with everything that was decided and done about it. */
export function AmountItem({ row, view }: Props) {
  const t = useT('compensation')
  const nameOf = useName()
  const form = view.forms.find(({ id }) => id === row.form)
  const { status, dueAt } = row
  return (
    <>
      <div className={styles.line}>
        <StateBadge tone={AMOUNT_TONES[status]} label={nameOf(COMPENSATION_STATUS_NAMES[status])} />
        <strong className="num">{amountText(row)}</strong>
        <span>
          {form ? nameOf(form.name) : row.form} · {row.description}
        </span>
        {row.isStatutory && <StateBadge tone="info" label={t('statutory')} />}
        {dueAt !== null && (status === 'approved' || status === 'agreed') && (
          <span className={styles.push}>
            <Countdown dueAt={dueAt} />
          </span>
        )}
      </div>
      <Facts facts={useFacts(row)} columns={2} />
      <AmountActs row={row} />
    </>
  )
}

function useFacts(row: CompensationView) {
  const t = useT('compensation')
  const nameOf = useName()
  const signed = (...words: (string | null | false)[]) => words.filter(Boolean).join(' · ')
  const at = (moment: number | null) => moment !== null && dateTimeText(moment)
  const { consentChannel, effect } = row
  const texts: [label: string, text: string][] = [
    [t('fields.formula'), row.formula],
    [t('fields.reason'), row.reason],
    [t('fields.level'), nameOf(LEVEL_NAMES[row.level])],
    [t('fields.sum'), amountText({ amountFen: row.sumFen, miles: row.sumMiles })],
    [t('fields.proposed'), signed(row.proposedByName, at(row.proposedAt))],
    [t('fields.policy'), t('policyVersion', { version: row.policyVersion })],
    [t('fields.firstApprover'), row.firstAt === null ? '' : signed(row.firstApproverName, at(row.firstAt))],
    [t('fields.approver'), signed(row.approverName, row.approverName !== null && at(row.decidedAt), row.decision)],
    [
      t('fields.consent'),
      signed(at(row.consentAt), consentChannel && nameOf(CONTACT_CHANNEL_NAMES[consentChannel]), row.consentText),
    ],
    [t('fields.executed'), signed(row.executedByName, at(row.executedAt), row.evidence)],
    [t('fields.voucherNo'), row.voucherNo ?? ''],
    [t('fields.cost'), row.status === 'executed' ? signed(moneyText(row.costFen), row.supplier) : ''],
    [t('fields.effect'), effect ? signed(nameOf(EFFECT_NAMES[effect]), row.effectText) : ''],
  ]
  return texts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => ({ label, value: <span className={styles.text}>{text}</span> }))
}

import type { PlanView } from '../../../shared/plans/model.ts'
import { PLAN_STATUS_NAMES, PRINCIPLE_NAMES, PRINCIPLES } from '../../../shared/plans/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import { dateTimeText, kmText, moneyText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { namedBy, useName } from '../../ui/use-name.ts'

const TONES: Record<PlanView['status'], Tone> = {
  draft: 'neutral',
  submitted: 'warn',
  approved: 'info',
  returned: 'bad',
  executing: 'info',
  executed: 'good',
  superseded: 'neutral',
}

/** One version of a plan in full. */
export function PlanFacts({ plan }: { plan: PlanView }) {
  const t = useT('plans')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const { status, version, principles } = plan
  const signed = (name: string | null, at: number | null, words: string | null = null) =>
    at === null ? null : [name, dateTimeText(at), words].filter(Boolean).join(' · ')
  const ticked = PRINCIPLES.filter((name) => principles[name]).map((name) => nameOf(PRINCIPLE_NAMES[name]))
  const texts: [label: string, text: string | null][] = [
    [t('fields.measures'), plan.measures],
    [t('fields.direction'), plan.direction],
    [t('fields.cause'), plan.cause],
    [t('fields.demand'), plan.demand],
    [t('fields.deadlineAt'), dateTimeText(plan.deadlineAt)],
    [t('fields.department'), namedBy(deskNames, plan.department, nameOf)],
    [t('fields.responsible'), [plan.responsibleName, plan.people].filter(Boolean).join(' · ')],
    [t('fields.communication'), plan.communication],
    [t('fields.amount'), plan.amountFen === 0 ? null : moneyText(plan.amountFen)],
    [t('fields.miles'), plan.miles === 0 ? null : kmText(plan.miles)],
    [t('fields.principles'), ticked.join('、')],
    [t('fields.reason'), plan.reason],
    [t('fields.authors'), plan.authorNames.join('、')],
    [t('fields.decision'), signed(plan.decidedByName, plan.decidedAt, plan.decision)],
    [t('fields.started'), signed(plan.startedByName, plan.startedAt)],
    [t('fields.executed'), signed(plan.executedByName, plan.executedAt)],
    [t('fields.evidence'), plan.evidence],
  ]
  const facts = texts
    .filter(([, text]) => text !== null && text !== '')
    .map(([label, text]) => ({ label, value: <span className={styles.text}>{text}</span> }))
  return (
    <>
      <div className={styles.line}>
        <StateBadge tone={TONES[status]} label={nameOf(PLAN_STATUS_NAMES[status])} />
        <span className={styles.faint}>{t('version', { version })}</span>
      </div>
      <Facts facts={facts} columns={2} />
    </>
  )
}

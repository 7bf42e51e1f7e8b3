import type { PlansView } from '../../shared/plans/model.ts'
import { PRINCIPLE_NAMES, PRINCIPLES } from '../../shared/plans/words.ts'
import { useT } from '../i18n/use-t.ts'
import { useClasses } from '../ui/classes.ts'
import { dateTimeText, kmText, moneyText } from '../ui/formats.ts'
import { namedBy, useName } from '../ui/use-name.ts'
import type { FieldWords } from '../ui/use-record-form.ts'
import type { PlanDraft } from './plan-draft.ts'

const asIs = (text: string) => text
const timeOf = (at: number | null) => (at === null ? '' : dateTimeText(at))

/** What the parts of a plan are called and how each is read where somebody else changed it. */
export function usePlanWords({ versions }: PlansView): FieldWords<PlanDraft> {
  const t = useT('plans')
  const nameOf = useName()
  const { deskNames } = useClasses()
  return {
    cause: [t('fields.cause'), asIs],
    demand: [t('fields.demand'), asIs],
    direction: [t('fields.direction'), asIs],
    measures: [t('fields.measures'), asIs],
    communication: [t('fields.communication'), asIs],
    people: [t('fields.people'), asIs],
    deadlineAt: [t('fields.deadlineAt'), timeOf],
    department: [t('fields.department'), (desk) => (desk === null ? '' : namedBy(deskNames, desk, nameOf))],
    responsibleId: [t('fields.responsible'), () => versions[0]?.responsibleName ?? ''],
    amountFen: [t('fields.amount'), (fen) => moneyText(fen ?? 0)],
    miles: [t('fields.miles'), (miles) => kmText(miles ?? 0)],
    principles: [
      t('fields.principles'),
      (ticks) =>
        PRINCIPLES.filter((name) => ticks[name])
          .map((name) => nameOf(PRINCIPLE_NAMES[name]))
          .join(' · '),
    ],
    milestones: [
      t('fields.milestones'),
      (rows) => rows.map(({ name, dueAt }) => [name, timeOf(dueAt)].filter(Boolean).join(' ')).join(' · '),
    ],
  }
}

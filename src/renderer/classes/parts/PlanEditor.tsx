import { groupOf } from '../../../shared/cases/words.ts'
import type { CategoryRow, PlanTemplate } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'

const PARTS = ['direction', 'measures', 'communication'] as const
const BLANK: PlanTemplate = {
  direction: { zh: '', en: '' },
  measures: { zh: '', en: '' },
  communication: { zh: '', en: '' },
}

const isBlank = (plan: PlanTemplate) => PARTS.every((part) => plan[part].zh === '' && plan[part].en === '')

type Props = { row: CategoryRow; mayEdit: boolean; onChange: (plan: PlanTemplate | null) => void }

/** S4-128: what a plan for such a matter usually says. */
export function PlanEditor({ row, mayEdit, onChange }: Props) {
  const t = useT('classes')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const plan = row.plan ?? BLANK
  const group = groupOf(row.code)
  const set = (part: (typeof PARTS)[number], text: { zh: string; en: string }) => {
    const next = { ...plan, [part]: text }
    onChange(isBlank(next) ? null : next)
  }
  return (
    <Section title={t('plan.title')}>
      <div className={flow.stack}>
        <p className={flow.faint}>
          {row.plan === null && group !== row.code
            ? t('plan.inherited', { name: namedBy(categoryNames, group, nameOf) })
            : t('plan.hint')}
        </p>
        {PARTS.map((part) => (
          <FieldRow key={part}>
            {(['zh', 'en'] as const).map((side) => (
              <TextArea
                key={side}
                keep={{ kind: 'classes-plan', subject: `${row.code} ${part} ${side}` }}
                minRows={part === 'measures' ? 3 : 2}
                maxRows={8}
                label={`${t(`plan.${part}`)} · ${t(`plan.${side}`)}`}
                value={plan[part][side]}
                readOnly={!mayEdit}
                onChange={(event) => set(part, { ...plan[part], [side]: event.currentTarget.value })}
              />
            ))}
          </FieldRow>
        ))}
      </div>
    </Section>
  )
}

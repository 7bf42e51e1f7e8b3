import { Select } from '@mantine/core'
import type { CaseView } from '../../../shared/cases/views.ts'
import type { ReplyCase } from '../../../shared/workflow/model.ts'
import { fillTemplate, type TemplateValues } from '../../../shared/workflow/templates.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { useClasses } from '../../ui/classes.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'

type Props = {
  view: CaseView
  /** The wordings that fit here. */
  about: readonly ReplyCase[]
  /** What the form beside it holds; it goes before what the case knows. */
  values: TemplateValues
  onFill: (text: string, templateId: string) => void
}

/** S2-72: fills a text from one of the workflow's wordings; what is still unknown stays as a blank. */
export function TemplateField({ view, about, values, onFill }: Props) {
  const t = useT('cases')
  const nameOf = useName()
  const agent = useSession((session) => session.user?.name ?? '')
  const hotline = useHotline(view.department)
  const fitting = view.templates.filter((template) => about.includes(template.about))
  if (fitting.length === 0) return null
  const fill = (id: string | null) => {
    const template = fitting.find((one) => one.id === id)
    if (!template) return
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
    onFill(
      fillTemplate(nameOf(template.text), {
        hotline,
        ...knownOf(view, nameOf(view.forCustomer), hotline === '' ? agent : `${agent} (${hotline})`),
        ...given,
      }),
      template.id,
    )
  }
  return (
    <Select
      label={t('stage.template')}
      data={fitting.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
      value={null}
      onChange={fill}
    />
  )
}

/** S1-14: the first number of the desk that handles the case, or else of the call centre. */
function useHotline(department: string): string {
  const { desks } = useClasses().lists
  const numberOf = (code: string) => desks.find((desk) => desk.code === code)?.hotlines[0]?.number
  return numberOf(department) ?? numberOf('callCentre') ?? ''
}

function knownOf(view: CaseView, stage: string, agent: string): TemplateValues {
  const { recorded } = view
  const text = (name: string) => (typeof recorded[name] === 'string' ? recorded[name] : '')
  return {
    name: view.contactName,
    number: view.number,
    matter: view.title,
    stage,
    agent,
    cause: text('causeText'),
    measures: text('measures'),
    prevention: text('prevention'),
    askedFor: text('askedFor'),
    howToSubmit: text('howToSubmit'),
    suggestion: text('customerSuggestion'),
    expectedAt: view.promisedAt === null ? '' : dateTimeText(view.promisedAt),
  }
}

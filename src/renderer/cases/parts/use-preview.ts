import { useDebouncedValue } from '@mantine/hooks'
import type { OpenPreview } from '../../../shared/cases/views.ts'
import { useQuery } from '../../use-query.ts'
import { chosenAxes, type NewCaseForm } from '../new-case-form.ts'

/** What the case would get as the form stands; undefined until a category is chosen. */
export function usePreview(form: NewCaseForm): OpenPreview | undefined {
  const { kind, channel, category, severity, memberId, receivedAt } = form
  const asked = {
    kind,
    channel,
    severity,
    memberId,
    category: category ?? 'other',
    ...chosenAxes(form),
    ...(receivedAt === null ? {} : { receivedAt }),
  } as const
  const [input] = useDebouncedValue(asked, 150)
  const { data } = useQuery('cases.preview', input, { enabled: category !== null })
  return data
}

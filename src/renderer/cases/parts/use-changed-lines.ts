import { fieldNameOf } from '../../../shared/audit/field-names/index.ts'
import { DIRECTION_NAMES } from '../../../shared/cases/stages.ts'
import type { CaseEventView } from '../../../shared/cases/views.ts'
import { IMPORTANCE_NAMES, URGENCY_NAMES } from '../../../shared/cases/words.ts'
import type { Bilingual } from '../../../shared/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { useName } from '../../ui/use-name.ts'

type Line = { label: string; value: string }

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
const textOf = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '—')

/** What an assessment or a correction changed of a case, each fact with what stood there before. */
export function useChangedLines(): (event: Pick<CaseEventView, 'kind' | 'data'>) => Line[] {
  const t = useT('cases')
  const nameOf = useName()
  const named = (names: Readonly<Record<string, Bilingual>>, code: unknown): string => {
    const name = typeof code === 'string' ? names[code] : undefined
    return name ? nameOf(name) : textOf(code)
  }
  return ({ kind, data }) => {
    const before = new Map(entriesOf(data.before))
    const change = (old: string, now: string) => (old === now ? now : `${old} → ${now}`)
    if (kind === 'amended')
      return entriesOf(data.after).map(([field, now]) => {
        const label = fieldNameOf(field)
        return { label: label ? nameOf(label) : field, value: change(textOf(before.get(field)), textOf(now)) }
      })
    if (kind !== 'assessed') return []
    const axis = (name: 'urgency' | 'importance', names: Readonly<Record<string, Bilingual>>): Line => ({
      label: t(`axes.${name}`),
      value: change(named(names, before.get(name)), named(names, data[name])),
    })
    return [
      axis('urgency', URGENCY_NAMES),
      axis('importance', IMPORTANCE_NAMES),
      { label: t('stage.direction'), value: named(DIRECTION_NAMES, data.direction) },
    ]
  }
}

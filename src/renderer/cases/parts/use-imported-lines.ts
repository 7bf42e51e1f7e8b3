import type { CaseEventView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'

type Line = { label: string; value: string }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What another system said: where a case came from, and in whose hands it was there. */
export function useImportedLines(): (data: CaseEventView['data']) => Line[] {
  const t = useT('cases')
  return (data) => {
    const origin = isRecord(data.imported) ? data.imported : {}
    const told = origin.toldReceivedAt
    const lines: Line[] = [
      { label: t('imported.system'), value: text(origin.system) },
      { label: t('imported.number'), value: text(origin.externalId) },
      { label: t('imported.author'), value: text(origin.author) },
      { label: t('imported.link'), value: text(origin.link) },
      { label: t('imported.told'), value: typeof told === 'number' ? dateTimeText(told) : '' },
      { label: t('imported.team'), value: text(data.team) },
      { label: t('imported.handler'), value: text(data.handler) },
      {
        label: t('imported.reassigned'),
        value: typeof data.reassigned === 'number' ? t('imported.times', { count: data.reassigned }) : '',
      },
      {
        label: t('imported.verdict'),
        value: typeof data.metLimit === 'boolean' ? t(data.metLimit ? 'imported.met' : 'imported.missed') : '',
      },
      { label: t('event.noted'), value: text(data.text) },
    ]
    return lines.filter(({ value }) => value !== '')
  }
}

import type { CaseView } from '../../shared/cases/views.ts'
import { useT } from '../i18n/use-t.ts'
import { useName } from '../ui/use-name.ts'
import { recordTexts } from './record-texts.ts'

type RecordKey = keyof typeof recordTexts.zh

const isKnown = (record: string): record is RecordKey => Object.hasOwn(recordTexts.zh, record)

/** The words for something that must stand on record; else what the workflow's own form calls it. */
export function useRecordName(view: Pick<CaseView, 'fields'>): (record: string) => string {
  const t = useT('cases')
  const nameOf = useName()
  return (record) => {
    if (isKnown(record)) return t(`records.${record}`)
    const field = view.fields.find(({ name }) => name === record)
    return field ? nameOf(field.label) : record
  }
}

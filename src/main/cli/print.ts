import { sideOf } from '../../shared/contract.ts'
import type { Language } from '../../shared/session/model.ts'
import { labelOf, NAMES } from './labels.ts'
import { table } from './table.ts'

type Rec = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Rec => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRecords = (value: unknown): value is Rec[] => Array.isArray(value) && value.length > 0 && value.every(isRecord)
const isBilingual = (value: unknown): value is { zh: string; en: string } =>
  isRecord(value) && Object.keys(value).sort().join() === 'en,zh'

/** An answer for people: a list as a table, a record as lines, what is nested below them. */
export function printed(value: unknown, language: Language): string {
  const side = sideOf(language)
  const nothing = { zh: '（无）', en: '(none)' }[side]
  const label = (name: string) => labelOf(name)?.[side] ?? name

  const cell = (name: string, item: unknown): string => {
    if (item === null || item === undefined || item === '') return '—'
    if (typeof item === 'boolean') return item ? { zh: '是', en: 'yes' }[side] : { zh: '否', en: 'no' }[side]
    if (isBilingual(item)) return item[side]
    if (Array.isArray(item)) return item.length === 0 ? '—' : item.map((one) => cell(name, one)).join(', ')
    if (isRecord(item))
      return Object.entries(item)
        .map(([key, one]) => `${label(key)} ${cell(key, one)}`)
        .join(', ')
    return NAMES[name]?.[String(item)]?.[side] ?? String(item).trim()
  }
  const rows = (list: Rec[]): string => {
    const names = [...new Set(list.flatMap((row) => Object.keys(row)))]
    return table(
      names.map(label),
      list.map((row) => names.map((name) => cell(name, row[name]).replace(/\s+/g, ' '))),
    )
  }
  const lines = (record: Rec): string => {
    const plain = Object.entries(record).filter(([, item]) => !isRecords(item))
    const nested = Object.entries(record).flatMap(([name, item]) =>
      isRecords(item) ? [`\n${label(name)}\n${rows(item)}`] : [],
    )
    return [...plain.map(([name, item]) => `${label(name)}: ${cell(name, item)}`), ...nested].join('\n')
  }

  if (typeof value === 'string') return value
  if (isRecords(value)) return rows(value)
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((item) => cell('', item)).join('\n')
  return isRecord(value) ? lines(value) : String(value)
}

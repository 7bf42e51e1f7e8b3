import type { Mapping, Source } from '../../shared/imports/model.ts'

/** How a person chooses where a field comes from. */
export type Choice =
  | { kind: 'none' }
  | { kind: 'column'; column: string; values: string }
  | { kind: 'constant'; text: string }
  | { kind: 'template'; text: string }
  /** A longer form the program proposed, for example year and month in two columns; taken as it is. */
  | { kind: 'kept'; source: Source; text: string }

/** Choices by field. */
export type Choices = Record<string, Choice>

/** `Star=金卡; Nova=银卡` as pairs; what is not a pair says nothing. */
export function valuesOf(text: string): Record<string, string> {
  const pairs = text.split(/[;；\n]/).flatMap((part) => {
    const [word, ...meaning] = part.split(/[=＝]/)
    const [from, to] = [word?.trim() ?? '', meaning.join('=').trim()]
    return from === '' || to === '' ? [] : [[from, to] as const]
  })
  return Object.fromEntries(pairs)
}

function choiceOf(source: Source): Choice {
  if (typeof source === 'string') return { kind: 'column', column: source, values: '' }
  if ('template' in source) {
    const isPlain = source.values === undefined
    return isPlain ? { kind: 'template', text: source.template } : { kind: 'kept', source, text: source.template }
  }
  if ('columns' in source) {
    return { kind: 'kept', source, text: source.columns.join(' + ') + (source.format ? ` (${source.format})` : '') }
  }
  if (!('column' in source)) return { kind: 'constant', text: source.constant }
  const { column, format, values, constant } = source
  if (format === undefined && constant === undefined) {
    const text = Object.entries(values ?? {}).map(([from, to]) => `${from}=${to}`)
    return { kind: 'column', column, values: text.join('; ') }
  }
  return { kind: 'kept', source, text: column + (format ? ` (${format})` : '') }
}

/** The proposal as choices. */
export function choicesOf(mapping: Mapping): Choices {
  return Object.fromEntries(Object.entries(mapping.columns).map(([field, source]) => [field, choiceOf(source)]))
}

function sourceOf(choice: Choice): Source | undefined {
  switch (choice.kind) {
    case 'none':
      return undefined
    case 'kept':
      return choice.source
    case 'constant':
      return choice.text.trim() === '' ? undefined : { constant: choice.text }
    case 'template':
      return choice.text.trim() === '' ? undefined : { template: choice.text }
    case 'column': {
      const values = valuesOf(choice.values)
      return Object.keys(values).length === 0 ? choice.column : { column: choice.column, values }
    }
  }
}

/** The choices as the mapping that the desk takes. */
export function mappingOf(choices: Choices, sheet: string | undefined): Mapping {
  const columns: Mapping['columns'] = {}
  for (const [field, choice] of Object.entries(choices)) {
    const source = sourceOf(choice)
    if (source !== undefined) columns[field] = source
  }
  return sheet === undefined ? { columns } : { columns, sheet }
}

const FIGURES = ['distanceKm', 'segments', 'spendFen', 'partnerSpendFen', 'points']

/** What a person should know before importing with this mapping. */
export function warningsOf({ columns }: Mapping): { noName: boolean; noMonth: boolean } {
  const has = (field: string) => Object.hasOwn(columns, field)
  return {
    noName: !has('name') && !(has('familyName') && has('givenName')),
    noMonth: !has('period') && FIGURES.some(has),
  }
}

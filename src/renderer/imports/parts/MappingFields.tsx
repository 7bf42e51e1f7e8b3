import { Select, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import type { FieldDescription, ImportKind, Inspection } from '../../../shared/imports/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { useQuery } from '../../use-query.ts'
import { fieldName } from '../field-names.ts'
import styles from '../imports.module.css'
import type { Choice, Choices } from '../mapping-form.ts'

type Props = {
  kind: ImportKind
  about: Inspection
  choices: Choices
  /** Fields with words in the file that the desk does not know. */
  unknown: ReadonlySet<string>
  onChange: (choices: Choices) => void
}

const NONE: Choice = { kind: 'none' }
const TONES: Record<'sure' | 'likely' | 'guess', Tone> = { sure: 'good', likely: 'info', guess: 'warn' }

/** The select's value for a choice; a column's name cannot be one of the others, for those begin with a sign no header has. */
const optionOf = (choice: Choice) => (choice.kind === 'column' ? choice.column : `\u0001${choice.kind}`)

/** Where each field comes from. */
export function MappingFields({ kind, about, choices, unknown, onChange }: Props) {
  const t = useT('imports')
  const language = useLanguage()
  const fields = useQuery('imports.fields', { kind, language }).data ?? []
  const proposed = new Set([...Object.keys(about.proposal.mapping.columns), ...about.proposal.missing])
  // What the file holds stands first; the order stays while people choose.
  const ordered = [
    ...fields.filter(({ field }) => proposed.has(field)),
    ...fields.filter(({ field }) => !proposed.has(field)),
  ]
  const confidence = new Map(about.proposal.fields.map(({ field, confidence: sure }) => [field, sure]))
  return (
    <section className={styles.side} aria-label={t('mapping.title')}>
      <div className={styles.sideHead}>
        <h2>{t('mapping.title')}</h2>
      </div>
      <div className={styles.scroll}>
        <div className={styles.fields}>
          {ordered.map((field) => {
            const sure = confidence.get(field.field)
            const choice = choices[field.field] ?? NONE
            return (
              <Fragment key={field.field}>
                <div className={styles.fieldName} title={field.meaning}>
                  {fieldName(field.field)}
                  {field.required && <StateBadge tone="neutral" label={t('mapping.required')} />}
                  {sure && choice.kind !== 'none' && <StateBadge tone={TONES[sure]} label={t(`mapping.${sure}`)} />}
                </div>
                <SourceField
                  field={field}
                  headers={about.headers}
                  choice={choice}
                  hasUnknown={unknown.has(field.field)}
                  onChange={(next) => onChange({ ...choices, [field.field]: next })}
                />
              </Fragment>
            )
          })}
        </div>
      </div>
    </section>
  )
}

type SourceProps = {
  field: FieldDescription
  headers: readonly string[]
  choice: Choice
  hasUnknown: boolean
  onChange: (choice: Choice) => void
}

function SourceField({ field, headers, choice, hasUnknown, onChange }: SourceProps) {
  const t = useT('imports')
  const name = fieldName(field.field)
  const data = [
    { value: '\u0001none', label: t('mapping.none') },
    ...(choice.kind === 'kept' ? [{ value: '\u0001kept', label: t('mapping.kept', { text: choice.text }) }] : []),
    ...headers
      .filter((header) => header !== '')
      .map((header) => ({ value: header, label: t('mapping.column', { name: header }) })),
    { value: '\u0001constant', label: t('mapping.constant') },
    { value: '\u0001template', label: t('mapping.template') },
  ]
  const choose = (value: string | null) => {
    if (value === null || value === '\u0001kept') return
    if (value === '\u0001none') onChange(NONE)
    else if (value === '\u0001constant') onChange({ kind: 'constant', text: '' })
    else if (value === '\u0001template') onChange({ kind: 'template', text: '' })
    else onChange({ kind: 'column', column: value, values: '' })
  }
  return (
    <div className={styles.source}>
      <Select
        aria-label={name}
        data={data}
        value={optionOf(choice)}
        onChange={choose}
        allowDeselect={false}
        searchable
      />
      {choice.kind === 'constant' && (
        <TextInput
          aria-label={t('mapping.constantLabel', { field: name })}
          value={choice.text}
          onChange={(event) => onChange({ kind: 'constant', text: event.currentTarget.value })}
        />
      )}
      {choice.kind === 'template' && (
        <TextInput
          aria-label={t('mapping.templateLabel', { field: name })}
          placeholder={t('mapping.templateHint')}
          value={choice.text}
          onChange={(event) => onChange({ kind: 'template', text: event.currentTarget.value })}
        />
      )}
      {choice.kind === 'column' && field.type === 'choice' && (hasUnknown || choice.values !== '') && (
        <TextInput
          aria-label={t('mapping.values', { field: name })}
          placeholder={t('mapping.valuesHint')}
          value={choice.values}
          onChange={(event) => onChange({ ...choice, values: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { CompensationRule, Formula } from '../../../shared/compensation/policy.ts'
import { formulaText } from '../../../shared/compensation/tariff-words.ts'
import { INPUT_NAMES, INPUTS } from '../../../shared/compensation/words.ts'
import { sourceText } from '../../../shared/policies/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { today } from '../../ui/formats.ts'
import styles from '../policies.module.css'
import { optionsOf, side } from '../words.ts'
import { FormulaFields } from './FormulaFields.tsx'

type Props = { rules: readonly CompensationRule[]; onChange: (rules: CompensationRule[]) => void }

/** S2-155: the tariff rule by rule; what the law fixes stands there to be read. */
export function RuleFields({ rules, onChange }: Props) {
  const t = useT('tariff')
  return (
    <>
      <ul className={styles.list} aria-label={t('rules')}>
        {rules.map((rule) => (
          <li key={rule.id}>
            <div className={styles.line}>
              <strong>{rule.name[side()]}</strong>
              {rule.isStatutory && <StateBadge tone="info" label={t('byLaw')} />}
              <span className={styles.dim}>{sourceText(rule.source, side())}</span>
              <ActionIcon
                className={styles.push ?? ''}
                variant="subtle"
                color="red"
                aria-label={t('removeRule', { name: rule.name[side()] })}
                onClick={() => onChange(rules.filter((one) => one !== rule))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </div>
            {rule.isStatutory ? (
              <p className={styles.dim}>
                {formulaText(rule.formula, side())} · {t('byLawFixed')}
              </p>
            ) : (
              <FormulaFields
                name={rule.name[side()]}
                formula={rule.formula}
                onChange={(formula) => onChange(rules.map((one) => (one === rule ? { ...rule, formula } : one)))}
              />
            )}
          </li>
        ))}
      </ul>
      <NewRule onAdd={(rule) => onChange([...rules, rule])} />
    </>
  )
}

const KINDS = ['bands', 'perUnit', 'percent', 'free'] as const

/** A formula of a kind to begin with. */
function newFormula(kind: (typeof KINDS)[number], input: (typeof INPUTS)[number]): Formula {
  switch (kind) {
    case 'bands':
      return { type: 'bands', input, bands: [{ from: 0, fen: 0 }] }
    case 'perUnit':
      return { type: 'perUnit', input, fenEach: 0, maxFen: null }
    case 'percent':
      return { type: 'percent', input, percent: 100, maxFen: null }
    case 'free':
      return { type: 'free' }
  }
}

function NewRule({ onAdd }: { onAdd: (rule: CompensationRule) => void }) {
  const t = useT('tariff')
  const [id, setId] = useState('')
  const [name, setName] = useState({ zh: '', en: '' })
  const [kind, setKind] = useState<(typeof KINDS)[number]>('perUnit')
  const [input, setInput] = useState<(typeof INPUTS)[number]>('pieces')
  const isWhole = [id, name.zh, name.en].every((one) => one.trim() !== '')
  const add = () => {
    onAdd({ id, name, formula: newFormula(kind, input), isStatutory: false, source: { mark: 'seed', asOf: today() } })
    setId('')
    setName({ zh: '', en: '' })
  }
  return (
    <fieldset className={styles.choices} aria-label={t('addRule')}>
      <TextInput label={t('code')} w={130} value={id} onChange={(event) => setId(event.currentTarget.value)} />
      <TextInput
        label={t('nameZh')}
        value={name.zh}
        onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
      />
      <TextInput
        label={t('nameEn')}
        value={name.en}
        onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
      />
      <Select
        label={t('formula')}
        w={130}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(KINDS.find((one) => one === value) ?? kind)}
      />
      <Select
        label={t('input')}
        w={170}
        allowDeselect={false}
        data={optionsOf(INPUT_NAMES)}
        value={input}
        onChange={(value) => setInput(INPUTS.find((one) => one === value) ?? input)}
      />
      <Button mt={24} variant="default" disabled={!isWhole} onClick={add}>
        {t('addRule')}
      </Button>
    </fieldset>
  )
}

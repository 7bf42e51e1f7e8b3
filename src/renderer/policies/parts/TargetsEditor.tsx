import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type TargetPolicy, type TargetRule, usualStep } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { DraftFrame, type EditorProps } from './DraftFrame.tsx'
import { newRule, RuleForm } from './RuleForm.tsx'
import { RulesTable } from './RulesTable.tsx'

/** `50, 75, 90`: the shares as typed; those that were there keep whom they tell. */
function stepsOf(text: string, before: TargetPolicy['warnings']): TargetPolicy['warnings'] {
  const shares = text.split(/[,，、\s]+/).filter((part) => part !== '')
  return shares.map((part) => {
    const percent = Math.round(Number(part.replace('%', ''))) || 0
    return before.find((step) => step.percent === percent) ?? { ...usualStep(percent), percent }
  })
}

/** The limits of a draft: its warnings, how long a telephone may ring, and rule by rule how soon something is due. */
export function TargetsEditor({ detail, start, onDone }: EditorProps<TargetPolicy>) {
  const t = useT('policies')
  const [warnings, setWarnings] = useState(start.warnings.map(({ percent }) => percent).join(', '))
  const [ring, setRing] = useState(start.ring)
  const [rules, setRules] = useState(start.rules)
  const [open, setOpen] = useState<TargetRule | null>(null)
  const policy: TargetPolicy = { ...start, warnings: stepsOf(warnings, start.warnings), ring, rules }
  const put = (rule: TargetRule) => {
    const isThere = rules.some(({ id }) => id === rule.id)
    setRules(isThere ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule])
    setOpen(null)
  }
  return (
    <DraftFrame
      detail={detail}
      kind="targets"
      policy={policy}
      body={() => ({ warnings: policy.warnings, ring, rules })}
      label={t('editor.rules')}
      onDone={onDone}
      actions={
        <Button variant="default" onClick={() => setOpen(newRule(rules))}>
          {t('editor.add')}
        </Button>
      }
      fields={
        <>
          <TextInput
            label={t('editor.warnings')}
            description={t('editor.warningsHint')}
            w={300}
            value={warnings}
            onChange={(event) => setWarnings(event.currentTarget.value)}
          />
          <NumberInput
            label={t('editor.rings')}
            w={120}
            min={1}
            max={60}
            value={ring.maxRings}
            onChange={(value) => setRing({ ...ring, maxRings: Number(value) || 1 })}
          />
          <NumberInput
            label={t('editor.seconds')}
            w={120}
            min={1}
            max={30}
            value={ring.secondsPerRing}
            onChange={(value) => setRing({ ...ring, secondsPerRing: Number(value) || 1 })}
          />
        </>
      }
    >
      <RulesTable
        policy={policy}
        onEdit={setOpen}
        onRemove={(rule) => setRules(rules.filter(({ id }) => id !== rule.id))}
      />
      {open && <RuleForm rule={open} onTake={put} onClose={() => setOpen(null)} />}
    </DraftFrame>
  )
}

import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { DeskNumbers } from '../../../shared/targets/desk-numbers.ts'
import type { TargetPolicy, TargetRule } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { DraftFrame, type EditorProps } from './DraftFrame.tsx'
import { NumbersDialog } from './numbers/NumbersDialog.tsx'
import { RaisesDialog } from './RaisesDialog.tsx'
import { newRule, RuleForm } from './RuleForm.tsx'
import { RulesEditor } from './RulesTable.tsx'
import { type Common, WarningsDialog } from './WarningsDialog.tsx'

/** The limits of a draft: its warnings, how long a telephone may ring, and rule by rule how soon something is due. */
export function TargetsEditor({ detail, start, onDone }: EditorProps<TargetPolicy>) {
  const t = useT('policies')
  const [common, setCommon] = useState<Common>({
    warnings: start.warnings,
    reminder: start.reminder,
    sources: start.sources,
  })
  const [isWarning, setWarning] = useState(false)
  const [raises, setRaises] = useState(start.raises)
  const [isRaising, setRaising] = useState(false)
  const [numbers, setNumbers] = useState<Partial<DeskNumbers>>({})
  const [isNumbering, setNumbering] = useState(false)
  const [ring, setRing] = useState(start.ring)
  const [rules, setRules] = useState(start.rules)
  const [open, setOpen] = useState<TargetRule | null>(null)
  const policy: TargetPolicy = { ...start, ...common, ...(raises && { raises }), ...numbers, ring, rules }
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
      body={() => ({ ...common, ...(raises && { raises }), ...numbers, ring, rules })}
      label={t('editor.rules')}
      onDone={onDone}
      actions={
        <Button variant="default" onClick={() => setOpen(newRule(rules))}>
          {t('editor.add')}
        </Button>
      }
      fields={
        <>
          <Button variant="default" mt={24} onClick={() => setWarning(true)}>
            {t('common.open')}
          </Button>
          <Button variant="default" mt={24} onClick={() => setRaising(true)}>
            {t('raises.open')}
          </Button>
          <Button variant="default" mt={24} onClick={() => setNumbering(true)}>
            {t('numbers.open')}
          </Button>
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
      <RulesEditor
        policy={policy}
        onEdit={setOpen}
        onRemove={(rule) => setRules(rules.filter(({ id }) => id !== rule.id))}
      />
      {open && <RuleForm rule={open} policy={policy} onTake={put} onClose={() => setOpen(null)} />}
      {isWarning && (
        <WarningsDialog
          policy={policy}
          onTake={(next) => {
            setCommon(next)
            setWarning(false)
          }}
          onClose={() => setWarning(false)}
        />
      )}
      {isNumbering && (
        <NumbersDialog
          policy={policy}
          onTake={(next) => {
            setNumbers(next)
            setNumbering(false)
          }}
          onClose={() => setNumbering(false)}
        />
      )}
      {isRaising && (
        <RaisesDialog
          policy={policy}
          onTake={(next) => {
            setRaises(next)
            setRaising(false)
          }}
          onClose={() => setRaising(false)}
        />
      )}
    </DraftFrame>
  )
}

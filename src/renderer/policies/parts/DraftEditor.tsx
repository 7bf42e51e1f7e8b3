import { Button, NumberInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { PolicyDetail } from '../../../shared/policies/model.ts'
import { type TargetPolicy, type TargetRule, targetPolicy, usualStep } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { Problems } from './Problems.tsx'
import { newRule, RuleForm } from './RuleForm.tsx'
import { RulesTable } from './RulesTable.tsx'

type Props = { id: string; onDone: () => void }

/** Loads a draft and lets it be changed in a form. */
export function DraftEditor({ id, onDone }: Props) {
  const query = useQuery('policies.show', { id })
  const policy = targetPolicy.safeParse(query.data?.body)
  if (!query.data || !policy.success) return <FailureAlert failure={query.failure} onRetry={query.reload} />
  return <Editor key={id} detail={query.data} start={policy.data} onDone={onDone} />
}

/** `50, 75, 90`: the shares as typed; those that were there keep whom they tell. */
function stepsOf(text: string, before: TargetPolicy['warnings']): TargetPolicy['warnings'] {
  const shares = text.split(/[,，、\s]+/).filter((part) => part !== '')
  return shares.map((part) => {
    const percent = Math.round(Number(part.replace('%', ''))) || 0
    return before.find((step) => step.percent === percent) ?? { ...usualStep(percent), percent }
  })
}

type EditorProps = { detail: PolicyDetail; start: TargetPolicy; onDone: () => void }

function Editor({ detail, start, onDone }: EditorProps) {
  const t = useT('policies')
  const ui = useT('ui')
  const [from, setFrom] = useState(detail.effectiveFrom)
  const [warnings, setWarnings] = useState(start.warnings.map(({ percent }) => percent).join(', '))
  const [ring, setRing] = useState(start.ring)
  const [rules, setRules] = useState(start.rules)
  const [open, setOpen] = useState<TargetRule | null>(null)
  const save = useCommand('policies.draft', { quiet: true })
  const policy: TargetPolicy = { ...start, warnings: stepsOf(warnings, start.warnings), ring, rules }
  const [checked] = useDebouncedValue(policy, 300, { leading: false })
  const check = useQuery('policies.check', { kind: 'targets', body: checked })
  const store = async () => {
    const body = { warnings: policy.warnings, ring, rules }
    const result = await save.run({ id: detail.id, effectiveFrom: from, body })
    if (!result.ok) return
    tellDone(t('editor.saved'))
    onDone()
  }
  useShortcut({ id: 'policies.save', keys: 'mod+s', label: t('editor.save'), group: t('title') }, () => void store())
  const put = (rule: TargetRule) => {
    const isThere = rules.some(({ id }) => id === rule.id)
    setRules(isThere ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule])
    setOpen(null)
  }
  return (
    <div className={styles.editor}>
      <div className={styles.line}>
        <strong>{t('editor.title')}</strong>
        <span className={`${styles.dim} mono`}>{detail.id}</span>
        <div className={`${styles.line} ${styles.push}`}>
          <Button variant="default" onClick={() => setOpen(newRule(rules))}>
            {t('editor.add')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={save.isBusy} onClick={() => void store()}>
            {t('editor.save')}
          </Button>
        </div>
      </div>
      <div className={styles.fields}>
        <DayField
          label={t('editor.effectiveFrom')}
          w={150}
          value={from}
          min={today()}
          onChange={(day) => setFrom(day ?? from)}
        />
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
      </div>
      <FailureAlert failure={save.failure} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too */}
      <section className={styles.problems} aria-label={t('detail.problems')} tabIndex={0} aria-busy={check.isLoading}>
        {check.data ? <Problems problems={check.data} /> : <FailureAlert failure={check.failure} />}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard too */}
      <section className={styles.scroll} aria-label={t('editor.rules')} tabIndex={0}>
        <RulesTable
          policy={policy}
          onEdit={setOpen}
          onRemove={(rule) => setRules(rules.filter(({ id }) => id !== rule.id))}
        />
      </section>
      {open && <RuleForm rule={open} onTake={put} onClose={() => setOpen(null)} />}
    </div>
  )
}

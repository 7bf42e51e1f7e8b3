import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { CompensationCase, QuoteView } from '../../../shared/compensation/model.ts'
import { INPUT_NAMES, type InputName, LEVEL_NAMES } from '../../../shared/compensation/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { useStaleWhile } from '../../ui/case-on-page.ts'
import { kmText, moneyText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type Props = { view: CompensationCase; onClose: () => void }

const BEGINNING = {
  ...{ ruleId: '', form: 'cash', value: null as number | null, amountFen: null as number | null },
  ...{ miles: null as number | null, description: '', supplier: '', supplierFen: null as number | null, reason: '' },
}

/** S2-153..160: an amount with its cause, tariff, form and reckoning; who has to approve it shows while it is typed. */
export function ProposalForm({ view, onClose }: Props) {
  const t = useT('compensation')
  const u = useT('ui')
  const nameOf = useName()
  const [scopeId, setScope] = useState(view.likelyScope ?? view.scopes[0]?.id ?? '')
  const [form, setForm] = useState(BEGINNING)
  const scope = view.scopes.find(({ id }) => id === scopeId)
  const rules = view.rules.filter(({ id }) => scope?.ruleIds.includes(id))
  const rule = rules.find(({ id }) => id === form.ruleId) ?? rules[0]
  const unit = view.forms.find(({ id }) => id === form.form)?.unit ?? 'fen'
  const input: InputName | null = rule && rule.formula.type !== 'free' ? rule.formula.input : null
  const asked = {
    ...{ id: view.caseId, scopeId, ruleId: rule?.id ?? '', form: form.form, reason: form.reason },
    inputs: input && form.value !== null ? { [input]: form.value } : {},
    ...(unit !== 'miles' && form.amountFen !== null ? { amountFen: form.amountFen } : {}),
    ...(unit === 'miles' && form.miles !== null ? { miles: form.miles } : {}),
    supplierFen: form.supplierFen,
  }
  const [settled] = useDebouncedValue(asked, 250)
  const { data: quote } = useQuery('compensation.reckon', settled)
  const propose = useCommand('compensation.propose')
  const stale = useStaleWhile(form.description !== '' || form.reason !== '')
  const change = (to: Partial<typeof BEGINNING>) => setForm({ ...form, ...to })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (stale.isHeld) return
    const { description, supplier } = form
    const { ok } = await propose.run({ ...asked, description, supplier, expectedSeq: view.lastSeq })
    if (!ok) return
    tellDone(t('said.proposed'))
    onClose()
  }
  return (
    <form className={styles.form} aria-label={t('actions.propose')} onSubmit={(event) => void save(event)}>
      <Select
        label={t('fields.scope')}
        description={scope && nameOf(scope.note)}
        withAsterisk
        allowDeselect={false}
        value={scopeId}
        data={view.scopes.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
        onChange={(id) => setScope(id ?? '')}
      />
      <Select
        label={t('fields.rule')}
        description={rule?.isStatutory ? t('statutory') : rule?.source.note && nameOf(rule.source.note)}
        withAsterisk
        allowDeselect={false}
        value={rule?.id ?? null}
        data={rules.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
        onChange={(ruleId) => change({ ruleId: ruleId ?? '', value: null, amountFen: null, miles: null })}
      />
      <Select
        label={t('fields.form')}
        withAsterisk
        allowDeselect={false}
        value={form.form}
        data={view.forms.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
        onChange={(id) => change({ form: id ?? 'cash', amountFen: null, miles: null })}
      />
      {input === 'baseFen' && (
        <YuanField
          label={nameOf(INPUT_NAMES.baseFen)}
          withAsterisk
          value={form.value}
          onChange={(value) => change({ value })}
        />
      )}
      {input !== null && input !== 'baseFen' && (
        <NumberInput
          label={nameOf(INPUT_NAMES[input])}
          withAsterisk
          hideControls
          min={0}
          allowDecimal={false}
          value={form.value ?? ''}
          onChange={(value) => change({ value: typeof value === 'number' ? value : null })}
        />
      )}
      {unit === 'miles' ? (
        <NumberInput
          label={t('fields.miles')}
          hideControls
          min={0}
          allowDecimal={false}
          placeholder={quote?.tariffMiles ? String(quote.tariffMiles) : ''}
          value={form.miles ?? ''}
          onChange={(miles) => change({ miles: typeof miles === 'number' ? miles : null })}
        />
      ) : (
        <YuanField
          label={t(unit === 'item' ? 'fields.value' : 'fields.amount')}
          placeholder={quote?.tariffFen ? moneyText(quote.tariffFen) : ''}
          value={form.amountFen}
          onChange={(amountFen) => change({ amountFen })}
        />
      )}
      <TextInput
        label={t('fields.description')}
        withAsterisk
        value={form.description}
        error={propose.fieldErrors.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <TextInput
        label={t('fields.supplier')}
        value={form.supplier}
        onChange={(event) => change({ supplier: event.currentTarget.value })}
      />
      <YuanField
        label={t('fields.supplierFen')}
        value={form.supplierFen}
        onChange={(supplierFen) => change({ supplierFen })}
      />
      <TextArea
        keep={{ kind: 'compensation-proposal-form-reason', subject: view.caseId }}
        onRestored={stale.onRestored}
        className={styles.wide ?? ''}
        label={t('fields.reason')}
        value={form.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      {quote && <Reckoning quote={quote} />}
      {stale.isHeld && <div className={styles.wide}>{stale.notice(onClose)}</div>}
      <KeepLines kind="compensation-proposal-lines" subject={view.caseId} onRestored={stale.onRestored} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={propose.isBusy} disabled={form.description.trim() === '' || stale.isHeld}>
          {t('actions.send')}
        </Button>
      </div>
    </form>
  )
}

/** S2-155: how the amount came about, what it is added up with, and who decides. */
function Reckoning({ quote }: { quote: QuoteView }) {
  const t = useT('compensation')
  const nameOf = useName()
  const { formula, level, sumFen, sumMiles, isOverBudget, refusal } = quote
  return (
    <div className={`${styles.wide} ${styles.reckoning}`} role="status">
      {formula !== '' && (
        <div>
          {t('fields.formula')}: <span className="num">{formula}</span>
        </div>
      )}
      <div>
        {t('fields.level')}: <strong>{nameOf(LEVEL_NAMES[level])}</strong>
      </div>
      <div>{t('sumNote', { money: moneyText(sumFen), miles: sumMiles > 0 ? kmText(sumMiles) : '' })}</div>
      {isOverBudget && <div className={styles.late}>{t('overBudget')}</div>}
      {refusal && (
        <div className={styles.late}>{failureText({ code: 'RULE', rule: refusal.rule, params: refusal.params })}</div>
      )}
    </div>
  )
}

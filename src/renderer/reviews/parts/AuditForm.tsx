import { Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { CASE_KIND_NAMES, type CaseKind } from '../../../shared/cases/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import {
  ALWAYS_NAMES,
  type AlwaysTaken,
  AUDIT_SUBJECT_NAMES,
  type AuditSubject,
} from '../../../shared/reviews/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** Escape closes a list of choices, not the form with what was typed. */
function keepOpen(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.preventDefault()
}

type Measure = 'percent' | 'count'

/** S4-118: planning an audit: its period, how its sample is drawn, who carries it out and when. */
export function AuditForm({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const t = useT('reviews')
  const nameOf = useName()
  const user = useSession((state) => state.user)
  const [title, setTitle] = useState('')
  const [subject, setSubject] = useState<AuditSubject>('case')
  const [fromDay, setFrom] = useState<Day | null>(`${today().slice(0, 7)}-01`)
  const [toDay, setTo] = useState<Day | null>(today())
  const [plannedDay, setPlanned] = useState<Day | null>(today())
  const [auditorId, setAuditor] = useState<UserId | null>(user?.id ?? null)
  const [by, setBy] = useState<'all' | 'agent'>('agent')
  const [measure, setMeasure] = useState<Measure>('percent')
  const [amount, setAmount] = useState<number | string>(20)
  const [always, setAlways] = useState<AlwaysTaken[]>(['major', 'reopened'])
  const [kinds, setKinds] = useState<CaseKind[]>(['complaint'])
  const plan = useCommand('reviews.planAudit', { quiet: true })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (fromDay === null || toDay === null || plannedDay === null || auditorId === null) return
    const size = Number(amount)
    const rule = {
      ...{ by, always, kinds },
      percent: measure === 'percent' ? size : null,
      count: measure === 'count' ? Math.round(size) : null,
    }
    const done = await plan.run({ title, subject, fromDay, toDay, plannedDay, auditorId, rule })
    if (!done.ok) return
    tellDone(t('audit.planned'))
    onDone(done.value.id)
  }
  const isReady =
    title.trim() !== '' && fromDay && toDay && plannedDay && auditorId && kinds.length > 0 && amount !== ''
  return (
    <DetailPanel title={t('audit.plan')} label={t('audit.plan')} onClose={onClose}>
      <Section title={t('audit.plan')}>
        <form className={flow.stack} onSubmit={(event) => void submit(event)} onKeyDown={keepOpen}>
          <FailureAlert failure={plan.failure} />
          <TextInput
            label={t('audit.title')}
            maxLength={120}
            value={title}
            error={plan.fieldErrors.title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <FieldRow>
            <Select
              label={t('audit.subject')}
              data={choicesOf(AUDIT_SUBJECT_NAMES, nameOf)}
              value={subject}
              allowDeselect={false}
              onChange={(value) => value && setSubject(value)}
            />
            <PersonField label={t('audit.auditor')} value={auditorId} onChange={setAuditor} />
            <DayField label={t('audit.from')} value={fromDay} onChange={setFrom} />
            <DayField label={t('audit.to')} value={toDay} onChange={setTo} />
            <DayField label={t('audit.plannedDay')} value={plannedDay} onChange={setPlanned} />
            <Select
              label={t('audit.by')}
              data={[
                { value: 'agent', label: t('audit.byAgent') },
                { value: 'all', label: t('audit.byAll') },
              ]}
              value={by}
              allowDeselect={false}
              onChange={(value) => value && setBy(value)}
            />
            <Select
              label={t('audit.measure')}
              data={[
                { value: 'percent', label: t('audit.percent') },
                { value: 'count', label: t('audit.count') },
              ]}
              value={measure}
              allowDeselect={false}
              onChange={(value) => value && setMeasure(value)}
            />
            <NumberInput
              label={t(measure === 'percent' ? 'audit.percent' : 'audit.count')}
              min={measure === 'percent' ? 0.1 : 0}
              max={measure === 'percent' ? 100 : 1000}
              decimalScale={measure === 'percent' ? 1 : 0}
              value={amount}
              onChange={setAmount}
            />
          </FieldRow>
          <MultiSelect
            searchable
            label={t('audit.always')}
            data={choicesOf(ALWAYS_NAMES, nameOf)}
            value={always}
            onChange={setAlways}
          />
          {subject === 'case' && (
            <MultiSelect
              searchable
              label={t('audit.kinds')}
              data={choicesOf(CASE_KIND_NAMES, nameOf)}
              value={kinds}
              onChange={setKinds}
            />
          )}
          <Button type="submit" className={flow.push ?? ''} loading={plan.isBusy} disabled={!isReady}>
            {t('audit.save')}
          </Button>
          <KeepLines kind="reviews-audit-lines" subject="new" />
        </form>
      </Section>
    </DetailPanel>
  )
}

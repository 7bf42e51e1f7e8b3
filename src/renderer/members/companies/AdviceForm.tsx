import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CompanyFigures } from '../../../shared/companies/tracking.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { FiguresText } from './FiguresText.tsx'

/** Counts a company's complaints of some days, and advises the company on what they show. */
export function AdviceForm({ id, travelRules }: { id: string; travelRules: string }) {
  const t = useT('companyTracking')
  const count = useCommand('companies.figures', { quiet: true })
  const save = useCommand('companies.advise', { quiet: true })
  const [fromDay, setFrom] = useState<string | null>(`${today().slice(0, 4)}-01-01`)
  const [toDay, setTo] = useState<string | null>(today())
  const [figures, setFigures] = useState<CompanyFigures | null>(null)
  const [finding, setFinding] = useState('')
  const [proposedRules, setRules] = useState(travelRules)
  const compute = async () => {
    const result = fromDay && toDay ? await count.run({ id, fromDay, toDay }) : null
    setFigures(result?.ok ? result.value : null)
  }
  const advise = async () => {
    if (figures === null) return
    const { fromDay: from, toDay: to } = figures
    if (!(await save.run({ id, fromDay: from, toDay: to, finding, proposedRules })).ok) return
    tellDone(t('advice.told'))
    setFigures(null)
    setFinding('')
  }
  return (
    <div className={record.form}>
      <DayField label={t('advice.from')} value={fromDay} onChange={setFrom} />
      <DayField label={t('advice.until')} value={toDay} onChange={setTo} />
      <Button
        variant="default"
        mt={24}
        loading={count.isBusy}
        disabled={!fromDay || !toDay}
        onClick={() => void compute()}
      >
        {t('advice.compute')}
      </Button>
      <div className={record.wide}>
        <FailureAlert failure={count.failure ?? save.failure} />
        {figures && <FiguresText figures={figures} />}
      </div>
      {figures && figures.complaints > 0 && (
        <>
          <TextArea
            keep={{ kind: 'members-advice-form-finding', subject: id }}
            className={record.wide ?? ''}
            label={t('advice.finding')}
            maxLength={2000}
            value={finding}
            onChange={(event) => setFinding(event.currentTarget.value)}
          />
          <TextArea
            keep={{ kind: 'members-advice-form-proposed', subject: id }}
            className={record.wide ?? ''}
            label={t('advice.proposed')}
            maxLength={4000}
            value={proposedRules}
            onChange={(event) => setRules(event.currentTarget.value)}
          />
          <div className={`${record.wide} ${record.buttons}`}>
            <Button
              loading={save.isBusy}
              disabled={finding.trim() === '' || proposedRules.trim() === ''}
              onClick={() => void advise()}
            >
              {t('advice.advise')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

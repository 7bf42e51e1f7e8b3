import { Button, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { MemberId, PolicyId } from '../../../shared/ids.ts'
import type { StoredProgramme, TierProposal } from '../../../shared/tiers/views.ts'
import type { Day } from '../../../shared/time.ts'
import { call } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DayField } from '../../ui/fields.tsx'
import { countText, today } from '../../ui/formats.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useQuery } from '../../use-query.ts'
import styles from '../tiers.module.css'
import { ChangeTable, MoveMatrix } from './ChangeTable.tsx'
import { useProgrammeName } from './ProgrammeTab.tsx'
import { RunList } from './RunList.tsx'

type Preview = Output<'tiers.preview'>
/** A preview with the number that tells it from the one before. */
type Shown = Preview & { stamp: number }

function usePreview() {
  const language = useLanguage()
  const [job, setJob] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const preview = async (at: Day, policyId: PolicyId) => {
    const id = newJob()
    setJob(id)
    const result = await call('tiers.preview', { at, policyId, language }, { job: id })
    setJob(null)
    if (result.ok) setShown((old) => ({ ...result.value, stamp: (old?.stamp ?? 0) + 1 }))
    else tellFailure(result.failure)
  }
  return { job, shown, preview, clear: () => setShown(null) }
}

function useApply(onApplied: () => void) {
  const t = useT('tiers')
  const language = useLanguage()
  const [job, setJob] = useState<string | null>(null)
  const apply = async ({ at, changed }: Preview) => {
    const text = t('rating.applyText', { count: countText(changed) })
    if (!(await confirmDialog({ title: t('rating.applyTitle'), text, confirm: t('rating.apply') }))) return
    const id = newJob()
    setJob(id)
    const result = await call('tiers.run', { at, limit: 0, language }, { job: id })
    setJob(null)
    if (!result.ok) return tellFailure(result.failure)
    tellDone(t('rating.applied', { rated: countText(result.value.rated), changed: countText(result.value.changed) }))
    onApplied()
  }
  return { job, apply }
}

/** Everybody rated on a day: first what would change, then applied; below, what was applied before (S3-41). */
export function RatingTab() {
  const t = useT('tiers')
  const programmes = useQuery('tiers.policies', {}, { topics: ['tiers', 'policies'] }).data ?? []
  const inForce = programmes.find(({ state }) => state === 'inForce')
  const [at, setAt] = useState<Day>(today())
  const [policyId, setPolicyId] = useState<PolicyId | null>(null)
  const { job, shown, preview, clear } = usePreview()
  const { job: applyJob, apply } = useApply(clear)
  const chosen = policyId ?? inForce?.id
  const mayApply = shown !== null && shown.policyId === inForce?.id && shown.at <= today()
  return (
    <div className={styles.rating}>
      <RatingBar
        {...{ programmes, at, setAt, chosen, setPolicyId }}
        onPreview={() => chosen && void preview(at, chosen)}
        apply={
          shown && (
            <Button
              disabled={!mayApply || shown.changed === 0}
              title={mayApply ? '' : t('rating.notApplicable')}
              onClick={() => void apply(shown)}
            >
              {t('rating.apply')}
            </Button>
          )
        }
      />
      {shown ? <PreviewChanges key={shown.stamp} shown={shown} /> : <EmptyState title={t('rating.start')} />}
      <RunList />
      <ProgressDialog job={job} title={t('rating.previewing')} />
      <ProgressDialog job={applyJob} title={t('rating.applying')} />
    </div>
  )
}

type BarProps = {
  programmes: readonly StoredProgramme[]
  at: Day
  setAt: (day: Day) => void
  chosen: PolicyId | undefined
  setPolicyId: (id: PolicyId) => void
  onPreview: () => void
  apply: ReactNode
}

function RatingBar({ programmes, at, setAt, chosen, setPolicyId, onPreview, apply }: BarProps) {
  const t = useT('tiers')
  const nameOf = useProgrammeName()
  const choose = (value: string | null) => {
    const found = programmes.find(({ id }) => id === value)
    if (found) setPolicyId(found.id)
  }
  return (
    <div className={styles.condition}>
      <DayField label={t('rating.at')} value={at} onChange={(day) => setAt(day ?? today())} />
      <Select
        label={t('rating.programme')}
        w={360}
        allowDeselect={false}
        data={programmes.map((programme) => ({ value: programme.id, label: nameOf(programme) }))}
        value={chosen ?? null}
        onChange={choose}
      />
      <Button variant={apply ? 'default' : 'filled'} onClick={onPreview}>
        {t('rating.preview')}
      </Button>
      {apply}
    </div>
  )
}

function PreviewChanges({ shown }: { shown: Shown }) {
  const t = useT('tiers')
  const language = useLanguage()
  const { at, policyId, changed, changes, next } = shown
  const rows = useKeysetRows<TierProposal, MemberId>({
    key: String(shown.stamp),
    loadPage: async (after) => {
      if (after === null) return { ok: true, value: { rows: changes, total: changed, next } }
      const page = await call('tiers.preview', { at, policyId, after, language })
      return page.ok ? { ok: true, value: { rows: page.value.changes, total: changed, next: page.value.next } } : page
    },
  })
  return (
    <div className={styles.block}>
      <div className={styles.line}>
        <MoveMatrix moves={shown.moves} />
        <span role="status">{t('rating.summary', { rated: countText(shown.rated), changed: countText(changed) })}</span>
      </div>
      <ChangeTable rows={rows} />
    </div>
  )
}

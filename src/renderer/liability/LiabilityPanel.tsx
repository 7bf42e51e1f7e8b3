import { Button } from '@mantine/core'
import { Fragment } from 'react'
import type { LiabilityView } from '../../shared/liability/model.ts'
import { FINDING_STATUS_NAMES, PARTY_NAMES } from '../../shared/liability/words.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import styles from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useName } from '../ui/use-name.ts'
import { type FormOpen, useFormOpen } from '../ui/use-record-form.ts'
import { useQuery } from '../use-query.ts'
import { draftOfFinding } from './finding-draft.ts'
import { FindingFacts } from './parts/FindingFacts.tsx'
import { FindingForm } from './parts/FindingForm.tsx'
import { FindingSteps, NotApplicable } from './parts/FindingSteps.tsx'
import { Measures } from './parts/Measures.tsx'
import { TieShares } from './parts/TieShares.tsx'

/** S2-73: who is at fault, version by version, and what follows. */
export function LiabilityPanel({ caseId, lastSeq, kind }: CasePanelProps) {
  const t = useT('liability')
  const nameOf = useName()
  const form = useFormOpen(draftOfFinding(caseId))
  const query = useQuery('liability.show', { id: caseId }, { clearOnChange: true, version: lastSeq })
  const { data: view, reload } = query
  if (kind !== 'complaint' && view?.versions.length === 0) return null
  const newest = view?.versions[0]
  const summary = newest
    ? `${nameOf(FINDING_STATUS_NAMES[newest.status])} · ${nameOf(PARTY_NAMES[newest.party])}`
    : t('none')
  return (
    <CasePanel title={t('title')} summary={summary} isEmpty={newest === undefined && !form[0]}>
      <FailureAlert failure={query.failure} onRetry={reload} />
      {view && <Body view={view} form={form} />}
    </CasePanel>
  )
}

function Body({ view, form }: { view: LiabilityView; form: FormOpen }) {
  const t = useT('liability')
  const [newest, ...older] = view.versions
  const isDraft = newest === undefined || newest.status === 'draft'
  const [isDrafting, setDrafting] = form
  return (
    <>
      {newest && !(isDraft && isDrafting) && <FindingFacts finding={newest} />}
      {newest && <TieShares caseId={view.caseId} finding={newest} />}
      {isDraft && view.may.draft && !isDrafting && (
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setDrafting(true)}>
            {t('actions.draft')}
          </Button>
          <NotApplicable view={view} />
        </div>
      )}
      {isDrafting && <FindingForm view={view} onClose={() => setDrafting(false)} />}
      {newest && <FindingSteps key={`${newest.version} ${newest.status}`} view={view} finding={newest} />}
      {newest && newest.reviewedAt !== null && <Measures view={view} />}
      {older.length > 0 && (
        <details>
          <summary className={styles.part}>{t('older')}</summary>
          {older.map((finding) => (
            <Fragment key={finding.id}>
              <FindingFacts finding={finding} />
              <TieShares caseId={view.caseId} finding={finding} />
            </Fragment>
          ))}
        </details>
      )}
    </>
  )
}

import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { StoredProgramme } from '../../../shared/tiers/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'
import { side } from '../rule-text.ts'
import styles from '../tiers.module.css'
import { ActivateDialog } from './ActivateDialog.tsx'
import { EntitlementEditor } from './EntitlementEditor.tsx'
import { ProgrammeEditor } from './ProgrammeEditor.tsx'
import { ProgrammeTable } from './ProgrammeTable.tsx'

/** A version as a line of a select. */
export function useProgrammeName(): (programme: StoredProgramme) => string {
  const t = useT('tiers')
  return ({ policy, state }) =>
    t('programme.option', { name: policy.name[side()], version: policy.version, state: t(`programme.states.${state}`) })
}

type Editing = 'levels' | 'entitlements' | 'activate' | null

/** The programme in force, the versions before and on offer, and how a manager puts another in force. */
export function ProgrammeTab() {
  const t = useT('tiers')
  const nameOf = useProgrammeName()
  const isManager = useSession((state) => state.user?.role === 'manager')
  const query = useQuery('tiers.policies', {}, { topics: ['tiers', 'policies'] })
  const [chosen, setChosen] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing>(null)
  const list = query.data ?? []
  const inForce = list.find(({ state }) => state === 'inForce')
  const shown = list.find(({ id }) => id === chosen) ?? inForce
  const done = (made: StoredProgramme | null) => {
    setEditing(null)
    if (made) setChosen(made.id)
  }
  if (!shown) return <FailureAlert failure={query.failure} onRetry={query.reload} />
  if (editing === 'levels') return <ProgrammeEditor base={shown} onDone={done} />
  if (editing === 'entitlements') return <EntitlementEditor base={shown} onDone={done} />
  return (
    <>
      <div className={styles.line}>
        <Select
          aria-label={t('programme.version')}
          w={380}
          allowDeselect={false}
          data={list.map((programme) => ({ value: programme.id, label: nameOf(programme) }))}
          value={shown.id}
          onChange={setChosen}
        />
        <span className={styles.dim}>{t('programme.from', { day: dayText(shown.effectiveFrom) })}</span>
        {shown.createdByName && <span className={styles.dim}>{t('programme.by', { name: shown.createdByName })}</span>}
        {isManager && (
          <div className={`${styles.line} ${styles.push}`}>
            {shown.state === 'inForce' ? (
              <Button variant="default" onClick={() => setEditing('entitlements')}>
                {t('programme.editEntitlements')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setEditing('activate')}>
                {t('programme.activate')}
              </Button>
            )}
            <Button onClick={() => setEditing('levels')}>{t('programme.edit')}</Button>
          </div>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard too */}
      <section className={styles.scroll} aria-label={nameOf(shown)} tabIndex={0}>
        <ProgrammeTable policy={shown.policy} />
      </section>
      <ActivateDialog base={editing === 'activate' ? shown : null} onDone={done} />
    </>
  )
}

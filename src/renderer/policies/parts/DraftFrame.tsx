import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import type { DraftedKind, PolicyDetail, PolicyProblem } from '../../../shared/policies/model.ts'
import { threeWay } from '../../../shared/three-way.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { ChangedMeanwhile, useSeen } from './ChangedMeanwhile.tsx'
import { newestDraft, type SavedDraft } from './newest.ts'
import { Problems } from './Problems.tsx'

/** What every editor of a draft is given. */
export type EditorProps<P> = { detail: PolicyDetail; start: P; onDone: () => void }

type Props = {
  detail: PolicyDetail
  kind: DraftedKind
  /** The whole policy as it stands in the form. */
  policy: object
  /** What of it is saved; the rest stays as it was. */
  body: () => Record<string, unknown>
  actions?: ReactNode
  fields?: ReactNode
  /** Names the scrolled part. */
  label: string
  onDone: () => void
  /** The form; as a function it is given what is wrong, to say it at its place. */
  children: ReactNode | ((problems: readonly PolicyProblem[]) => ReactNode)
}

/** Around the form of a draft: its day, what is wrong with it in words while it is changed, and saving. */
export function DraftFrame({ detail, kind, policy, body, actions, fields, label, onDone, children }: Props) {
  const t = useT('policies')
  const ui = useT('ui')
  const [from, setFrom] = useState(detail.effectiveFrom)
  const save = useCommand('policies.draft', { quiet: true })
  const [checked] = useDebouncedValue(policy, 300, { leading: false })
  const check = useQuery('policies.check', { kind, body: checked })
  const { seen, meanwhile, onRefused } = useSeen(detail.revision, () => newestDraft(detail.id))
  // What the form began with, as it says it itself: what nobody touched in it is then nobody's change.
  const [begun] = useState(() => ({ ...body(), effectiveFrom: detail.effectiveFrom }))
  const store = async (revision = seen) => {
    const mine = { ...body(), effectiveFrom: from }
    const { effectiveFrom, ...merged } = meanwhile ? threeWay(begun, mine, theirsOf(meanwhile, mine)) : mine
    const result = await save.run({ id: detail.id, revision, effectiveFrom, body: merged })
    if (!result.ok) return onRefused(result.failure)
    tellDone(t('editor.saved'))
    onDone()
  }
  useShortcut({ id: 'policies.save', keys: 'mod+s', label: t('editor.save'), group: t('title') }, () => void store())
  return (
    <div className={styles.editor}>
      <div className={styles.line}>
        <strong>{t('editor.title')}</strong>
        <span className={`${styles.dim} mono`}>{detail.id}</span>
        <div className={`${styles.line} ${styles.push}`}>
          {actions}
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
        {fields}
      </div>
      <ChangedMeanwhile
        isMerging
        failure={save.failure}
        meanwhile={meanwhile}
        isBusy={save.isBusy}
        onOverwrite={store}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too */}
      <section className={styles.problems} aria-label={t('detail.problems')} tabIndex={0} aria-busy={check.isLoading}>
        {check.data ? <Problems problems={check.data} /> : <FailureAlert failure={check.failure} />}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard too */}
      <section className={styles.scroll} aria-label={label} tabIndex={0}>
        {typeof children === 'function' ? children(check.data ?? []) : children}
      </section>
    </div>
  )
}

/** Of what somebody else saved, the parts that this form holds. */
function theirsOf<P extends object>({ body, effectiveFrom }: SavedDraft, mine: P): P {
  const saved: Record<string, unknown> = { ...(typeof body === 'object' ? body : {}), effectiveFrom }
  return { ...mine, ...Object.fromEntries(Object.keys(mine).map((name) => [name, saved[name]])) }
}

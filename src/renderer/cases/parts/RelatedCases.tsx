import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CaseView, RelatedCase } from '../../../shared/cases/views.ts'
import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { OneByOne } from '../../ui/OneByOne.tsx'
import { offerUndo } from '../../ui/undo.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { LinkProposals } from './LinkProposals.tsx'
import styles from './page.module.css'
import { TiedCase } from './TiedCase.tsx'

/** S1-10 S1-48: the cases that belong to one, and those that may; what may belong is looked for once the page stands. */
export function RelatedCases({ view }: { view: CaseView }) {
  const t = useT('cases')
  const [isShown, setShown] = useState(false)
  const proposed = useQuery(
    'cases.resembling',
    { id: view.id },
    { enabled: isShown, version: view.lastSeq, clearOnChange: true },
  )
  const list = useRef<HTMLDivElement>(null)
  const proposals = (proposed.data ?? []).filter(({ id }) => view.related.every((other) => other.id !== id))
  return (
    <>
      <OneByOne>
        <Shown onShown={() => setShown(true)} />
      </OneByOne>
      {(view.related.length > 0 || proposals.length > 0) && (
        <Section title={t('page.related')} level={2}>
          <div ref={list} tabIndex={-1}>
            {view.related.length > 0 && (
              <ul className={styles.log}>
                {view.related.map((row) => (
                  <Related key={row.id} view={view} row={row} onGone={() => list.current?.focus()} />
                ))}
              </ul>
            )}
            {proposals.length > 0 && (
              <LinkProposals view={view} rows={proposals} onLinked={() => list.current?.focus()} />
            )}
          </div>
        </Section>
      )}
    </>
  )
}

function Shown({ onShown }: { onShown: () => void }) {
  const latest = useRef(onShown)
  latest.current = onShown
  useEffect(() => latest.current(), [])
  return null
}

type RelatedProps = { view: CaseView; row: RelatedCase; onGone: () => void }

function Related({ view, row, onGone }: RelatedProps) {
  const t = useT('cases')
  const nameOf = useName()
  const unlink = useCommand('cases.unlink')
  const link = useCommand('cases.link')
  const takeBack = async () => {
    const both = { id: view.id, otherId: row.id }
    const result = await unlink.run(both)
    if (!result.ok) return
    onGone()
    offerUndo({ text: t('page.linkTakenBack', { number: row.number }), undo: () => link.run(both) })
  }
  return (
    <li>
      <TiedCase row={row} about={nameOf(CASE_KIND_NAMES[row.kind])}>
        {row.tie === 'linked' ? (
          <Button
            className={styles.push ?? ''}
            variant="default"
            size="compact-xs"
            aria-label={t('page.unlinkFrom', { number: row.number })}
            loading={unlink.isBusy}
            onClick={() => void takeBack()}
          >
            {t('page.unlink')}
          </Button>
        ) : (
          <span className={styles.push}>
            <StateBadge tone="neutral" label={t(`page.ties.${row.tie}`)} />
          </span>
        )}
      </TiedCase>
    </li>
  )
}

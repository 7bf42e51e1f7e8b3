import { Button } from '@mantine/core'
import { useRef } from 'react'
import type { CaseView, ResemblingCase } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { offerUndo } from '../../ui/undo.ts'
import { useCommand } from '../../use-command.ts'
import styles from './page.module.css'
import { TiedCase } from './TiedCase.tsx'

const KEYS = 'alt+l'
const NEXT_KEYS = 'alt+shift+l'

type Props = { view: CaseView; rows: readonly ResemblingCase[]; onLinked: () => void }

/** Cases that may belong to this one, each with why; one key links the one that has the focus, else the first. */
export function LinkProposals({ view, rows, onLinked }: Props) {
  const t = useT('cases')
  const link = useCommand('cases.link')
  const unlink = useCommand('cases.unlink')
  const list = useRef<HTMLUListElement>(null)
  const whyOf = useWhy(view)

  const join = async (row: ResemblingCase) => {
    if (link.isBusy) return
    const hadFocus = list.current?.contains(document.activeElement) ?? false
    const both = { id: view.id, otherId: row.id }
    const result = await link.run({ ...both, reason: whyOf(row).join(' · ').slice(0, 500) })
    if (!result.ok) return
    if (hadFocus) onLinked()
    offerUndo({ text: t('page.linkedTo', { number: row.number }), undo: () => unlink.run(both) })
  }
  const focused = () => {
    const item = document.activeElement?.closest<HTMLElement>('[data-proposal]')
    return rows.find(({ id }) => id === item?.dataset.proposal)
  }
  // Nothing is linked unseen: a list that is scrolled away comes into sight first.
  const joinNext = () => {
    const row = focused() ?? (isInSight(list.current?.firstElementChild) ? rows[0] : undefined)
    if (row) void join(row)
    else toNext()
  }
  const toNext = () => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-proposal] button') ?? [])]
    const at = buttons.findIndex((button) => button.closest('[data-proposal]')?.contains(document.activeElement))
    buttons[(at + 1) % buttons.length]?.focus()
  }
  useShortcut({ id: 'cases.nextProposal', keys: NEXT_KEYS, label: t('page.nextProposal'), group: t('title') }, toNext)
  useShortcut({ id: 'cases.link', keys: KEYS, label: t('page.linkFirst'), group: t('title') }, joinNext)
  return (
    <>
      <h3 className={styles.proposals}>
        {t('page.proposals')}
        <KeyHint keys={KEYS} />
      </h3>
      <ul ref={list} className={styles.log} aria-label={t('page.proposals')}>
        {rows.map((row) => (
          <Proposed key={row.id} row={row} why={whyOf(row)} isBusy={link.isBusy} onLink={() => void join(row)} />
        ))}
      </ul>
    </>
  )
}

/** Whether an element stands within the part of the page that it scrolls in. */
function isInSight(element: Element | null | undefined): boolean {
  const box = element?.getBoundingClientRect()
  const frame = element?.closest('[data-scrolls]')?.getBoundingClientRect()
  return box !== undefined && frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom
}

function useWhy(view: CaseView): (row: ResemblingCase) => string[] {
  const t = useT('cases')
  return ({ reasons, words }) =>
    reasons.map((reason) => {
      if (reason === 'flight') return t('page.sameFlight', { flight: view.flightNo ?? '', day: view.flightDay ?? '' })
      if (reason === 'words') return t('page.sameWords', { words: words.join('、') })
      return t(`reasons.${reason}`)
    })
}

type ProposedProps = { row: ResemblingCase; why: string[]; isBusy: boolean; onLink: () => void }

function Proposed({ row, why, isBusy, onLink }: ProposedProps) {
  const t = useT('cases')
  return (
    <li data-proposal={row.id}>
      <TiedCase row={row} about={row.contactName}>
        <Button
          className={styles.push ?? ''}
          variant="default"
          size="compact-xs"
          aria-label={t('page.linkTo', { number: row.number })}
          disabled={isBusy}
          onClick={onLink}
        >
          {t('page.link')}
        </Button>
      </TiedCase>
      <div className={styles.faint}>{why.join(' · ')}</div>
    </li>
  )
}

import { Anchor, Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { CALL_DIRECTION_NAMES, CALL_DIRECTIONS, CALL_RESULT_NAMES, CALL_RESULTS } from '../../../shared/calls/words.ts'
import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import type { MemberId } from '../../../shared/ids.ts'
import type { HistoryItem, HistoryPage } from '../../../shared/members/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { Timeline, type TimelineItem } from '../../ui/Timeline.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../members.module.css'
import { openCall, openCase } from '../open.ts'

const KINDS = ['all', 'call', 'case'] as const
type Kind = (typeof KINDS)[number]

/** Every contact and matter of the member, newest first (S3-74). */
export function HistoryCard({ id, first }: { id: MemberId; first: HistoryPage }) {
  const t = useT('members')
  const read = useCommand('members.history')
  const toItem = useTimelineItem()
  const [kind, setKind] = useState<Kind>('all')
  const [page, setPage] = useState(first)
  const [known, setKnown] = useState(first)
  if (known !== first) {
    setKnown(first)
    setPage(first)
    setKind('all')
  }
  const load = async (wanted: Kind, before: HistoryPage['next']) => {
    const result = await read.run({ id, kind: wanted, ...(before ? { before } : {}) })
    if (!result.ok) return
    setKind(wanted)
    setPage((old) => ({
      items: before ? [...old.items, ...result.value.items] : result.value.items,
      next: result.value.next,
    }))
  }
  const names: Record<Kind, string> = { all: t('file.all'), call: t('file.calls'), case: t('file.cases') }
  return (
    <Section
      title={t('file.history')}
      actions={
        <SegmentedControl
          aria-label={t('file.history')}
          value={kind}
          onChange={(value) => void load(KINDS.find((each) => each === value) ?? 'all', null)}
          data={KINDS.map((value) => ({ value, label: names[value] }))}
        />
      }
    >
      {page.items.length === 0 ? (
        <span className={styles.dim}>{t('file.noHistory')}</span>
      ) : (
        <Timeline label={t('file.history')} items={page.items.map(toItem)} />
      )}
      {page.next !== null && (
        <Button variant="default" size="compact-xs" loading={read.isBusy} onClick={() => void load(kind, page.next)}>
          {t('file.more')}
        </Button>
      )}
    </Section>
  )
}

function useTimelineItem(): (item: HistoryItem) => TimelineItem {
  const t = useT('members')
  const nameOf = useName()
  return (item) => {
    const shared = { key: item.id, at: item.at, by: item.who, body: item.text }
    if (item.kind === 'case') {
      const title = (
        <>
          <Anchor component="button" type="button" size="sm" onClick={() => openCase(item.id)}>
            {nameOf(CASE_KIND_NAMES[item.caseKind])} {item.number}
          </Anchor>{' '}
          <StateBadge
            tone={item.isOpen ? 'info' : 'neutral'}
            label={item.isOpen ? t('file.running') : t('file.closed')}
          />
        </>
      )
      return { ...shared, title, tone: item.caseKind === 'complaint' ? 'warn' : 'info' }
    }
    const direction = CALL_DIRECTIONS.find((each) => each === item.direction)
    const result = CALL_RESULTS.find((each) => each === item.resultCode)
    const title = (
      <>
        <Anchor component="button" type="button" size="sm" onClick={() => openCall(item.id)}>
          {direction ? nameOf(CALL_DIRECTION_NAMES[direction]) : ''} {item.number}
        </Anchor>{' '}
        {result && <span className={styles.dim}>{nameOf(CALL_RESULT_NAMES[result])}</span>}
      </>
    )
    return { ...shared, title }
  }
}

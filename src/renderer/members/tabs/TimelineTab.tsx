import { Anchor, Button, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import type { CallId, MemberId } from '../../../shared/ids.ts'
import {
  TIMELINE_KIND_NAMES,
  TIMELINE_KINDS,
  type TimelineEntry,
  type TimelineKind,
} from '../../../shared/members/overview.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { Timeline, type TimelineItem } from '../../ui/Timeline.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { openCall, openCase } from '../open.ts'
import styles from '../overview/overview.module.css'

/** Everything that happened, newest first, by kind and period, read on page by page. */
export function TimelineTab({ id }: { id: MemberId }) {
  const t = useT('people')
  const nameOf = useName()
  const toItem = useItem()
  const [kinds, setKinds] = useState<TimelineKind[]>([])
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [older, setOlder] = useState<{ of: unknown; items: TimelineEntry[]; next: Place }>(NO_MORE)
  const more = useCommand('members.timeline')
  const filter = {
    id,
    kinds: kinds.length === 0 ? [...TIMELINE_KINDS] : kinds,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  }
  const query = useQuery('members.timeline', filter, { clearOnChange: true })
  const { data } = query
  const isOlder = data !== undefined && older.of === data
  const next = isOlder ? older.next : (data?.next ?? null)
  const items = [...(data?.items ?? []), ...(isOlder ? older.items : [])]
  const readOn = async () => {
    if (next === null) return
    const page = await more.run({ ...filter, before: next })
    if (page.ok)
      setOlder({ of: data, items: [...(isOlder ? older.items : []), ...page.value.items], next: page.value.next })
  }
  return (
    <div className={styles.pane}>
      <div className={styles.strip} style={{ alignItems: 'end', marginBottom: 10 }}>
        <MultiSelect
          label={t('timeline.kinds')}
          placeholder={kinds.length === 0 ? t('timeline.allKinds') : undefined}
          w={320}
          data={choicesOf(TIMELINE_KIND_NAMES, nameOf)}
          value={kinds}
          onChange={(values) => setKinds(TIMELINE_KINDS.filter((kind) => values.includes(kind)))}
        />
        <DayField label={t('timeline.from')} value={from} onChange={setFrom} />
        <DayField label={t('timeline.to')} value={to} onChange={setTo} />
      </div>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {data && items.length === 0 && <p className={styles.dim}>{t('timeline.none')}</p>}
      <Timeline label={t('timeline.label')} items={items.map(toItem)} />
      {next !== null && (
        <Button variant="default" size="compact-xs" loading={more.isBusy} onClick={() => void readOn()}>
          {t('timeline.more')}
        </Button>
      )}
    </div>
  )
}

type Place = { at: number; id: string } | null
const NO_MORE = { of: null, items: [], next: null }

function useItem(): (entry: TimelineEntry) => TimelineItem {
  const nameOf = useName()
  return ({ kind, id, at, number, title, text, who, caseId }) => {
    const open = kind === 'call' ? () => openCall(id as CallId) : caseId === null ? null : () => openCase(caseId)
    const what = `${nameOf(TIMELINE_KIND_NAMES[kind])} ${number}`.trim()
    return {
      ...{ key: id, at, by: who, body: text },
      tone: kind === 'case' || kind === 'compensation' ? 'warn' : kind === 'tier' ? 'good' : 'info',
      title: (
        <>
          {open ? (
            <Anchor component="button" type="button" size="sm" onClick={open}>
              {what}
            </Anchor>
          ) : (
            what
          )}{' '}
          <span className={styles.dim}>{nameOf(title)}</span>
        </>
      ),
    }
  }
}

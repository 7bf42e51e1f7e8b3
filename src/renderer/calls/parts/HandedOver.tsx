import type { CallDetail } from '../../../shared/calls/model.ts'
import { TRANSFER_KIND_NAMES } from '../../../shared/calls/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { Timeline, type TimelineItem } from '../../ui/Timeline.tsx'
import { useName } from '../../ui/use-name.ts'
import { clockText } from '../times.ts'

/** Who was asked during a call, who handed it over and to whom it went on. */
export function HandedOver({ shown }: { shown: CallDetail }) {
  const t = useT('callDesk')
  const items = useItems(shown)
  if (items.length === 0) return null
  return (
    <Section title={t('detail.consults')}>
      <Timeline label={t('detail.consults')} items={items} />
    </Section>
  )
}

function useItems({ consults, givenBy, givenTo }: CallDetail): TimelineItem[] {
  const t = useT('callDesk')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const asked = consults.map(
    ({ id, asked: by, question, answer, startedAt, endedAt }): TimelineItem => ({
      key: id,
      at: startedAt,
      title: `${t('consult.title')} ${endedAt === null ? '' : clockText(endedAt - startedAt)}`,
      by,
      body: [question, answer].filter(Boolean).join(' → '),
    }),
  )
  const from: TimelineItem[] =
    givenBy === null
      ? []
      : [
          {
            key: givenBy.callId,
            at: givenBy.at,
            title: `${t('detail.givenBy')} · ${nameOf(TRANSFER_KIND_NAMES[givenBy.kind])} · ${givenBy.number}`,
            by: givenBy.byName,
            body: givenBy.note,
          },
        ]
  if (givenTo === null) return [...from, ...asked]
  const { waitId, at, kind, toName, toDesk, note, state, takenByName } = givenTo
  const desk = toDesk ? deskNames[toDesk] : undefined
  const to: TimelineItem = {
    key: waitId,
    at,
    title: `${t('detail.givenTo')} · ${nameOf(TRANSFER_KIND_NAMES[kind])} · ${t(`detail.states.${state}`, { name: takenByName ?? '' })}`,
    by: toName ?? (desk ? nameOf(desk) : ''),
    body: note,
  }
  return [...from, ...asked, to]
}

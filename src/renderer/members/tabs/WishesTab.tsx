import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { CABIN_NAMES } from '../../../shared/flights/words.ts'
import type { MemberId } from '../../../shared/ids.ts'
import type { WishFile, WishTag } from '../../../shared/wishes/model.ts'
import {
  ORIGIN_CHANNEL_NAMES,
  STAGE_NAMES,
  WISH_SOURCE_NAMES,
  WISH_TOPIC_NAMES,
  WISH_TOPICS,
  wishValueName,
} from '../../../shared/wishes/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText, moneyText, percentText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { offerUndo } from '../../ui/undo.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { Ways } from '../../ui/Ways.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { OriginForm } from './OriginForm.tsx'
import { TypesList } from './TypesList.tsx'
import { WishForm } from './WishForm.tsx'

type Doing = 'record' | 'interview' | 'origin'

/** What the member prefers and wishes, where it came from and what kind of customer the member is (S4-32..50, S4-74). */
export function WishesTab({ memberId }: { memberId: MemberId }) {
  const t = useT('gathering')
  const query = useQuery('wishes.of', { memberId }, { clearOnChange: true, topics: ['members'] })
  const [doing, setDoing] = useState<Doing | null>(null)
  const ways: { id: Doing; label: string }[] = [
    { id: 'record', label: t('wishes.add') },
    { id: 'interview', label: t('wishes.interview') },
    { id: 'origin', label: t('wishes.setOrigin') },
  ]
  const close = () => setDoing(null)
  return (
    <>
      <Section
        title={t('wishes.current')}
        actions={
          <span className={record.ticks}>
            <Ways ways={ways} doing={doing} onChange={setDoing} />
          </span>
        }
      >
        {doing === 'origin' && <OriginForm memberId={memberId} onDone={close} />}
        {(doing === 'record' || doing === 'interview') && (
          <WishForm key={doing} memberId={memberId} isInterview={doing === 'interview'} onDone={close} />
        )}
        <FailureAlert failure={query.failure} onRetry={query.reload} />
        {query.data && <Tags tags={query.data.tags} canEnd />}
      </Section>
      {query.data && <Known file={query.data} memberId={memberId} />}
    </>
  )
}

function Known({ file, memberId }: { file: WishFile; memberId: MemberId }) {
  const t = useT('gathering')
  const nameOf = useName()
  const { origin, habits, past, types } = file
  return (
    <>
      <TypesList memberId={memberId} types={types} />
      <Section title={t('wishes.origin')}>
        {origin === null ? (
          <span className={record.faint}>{t('wishes.noOrigin')}</span>
        ) : (
          <div className={record.line}>
            <strong>{nameOf(ORIGIN_CHANNEL_NAMES[origin.channel])}</strong>
            {origin.campaign}
            <span className={record.faint}>
              {origin.recordedByName} {dateTimeText(origin.recordedAt)}
            </span>
          </div>
        )}
      </Section>
      <Section title={t('wishes.habits', { months: habits.months })}>
        {t('wishes.habitsText', {
          count: habits.spends,
          total: moneyText(habits.totalFen),
          mean: moneyText(habits.meanFen),
          share: percentText(habits.partnerShare),
          trips: habits.trips,
        })}
        {habits.cabin !== null && ` · ${t('wishes.cabin', { cabin: namedBy(CABIN_NAMES, habits.cabin, nameOf) })}`}
      </Section>
      {past.length > 0 && (
        <Section title={t('wishes.past')}>
          <Tags tags={past} />
        </Section>
      )}
    </>
  )
}

function Tags({ tags, canEnd = false }: { tags: readonly WishTag[]; canEnd?: boolean }) {
  const t = useT('gathering')
  const nameOf = useName()
  if (tags.length === 0) return <p className={record.faint}>{t('wishes.none')}</p>
  const topics = WISH_TOPICS.filter((topic) => tags.some((tag) => tag.topic === topic))
  return topics.map((topic) => (
    <div key={topic}>
      <h4 className={record.part}>{nameOf(WISH_TOPIC_NAMES[topic])}</h4>
      <ul className={record.list}>
        {tags
          .filter((tag) => tag.topic === topic)
          .map((tag) => (
            <Tag key={tag.id} tag={tag} canEnd={canEnd} />
          ))}
      </ul>
    </div>
  ))
}

function Tag({ tag, canEnd }: { tag: WishTag; canEnd: boolean }) {
  const t = useT('gathering')
  const nameOf = useName()
  const end = useCommand('wishes.retire')
  const reinstate = useCommand('wishes.reinstate')
  const { id, topic, value, note, source, stage, saidAt, recordedByName } = tag
  const name = nameOf(wishValueName(topic, value))
  const retire = async () => {
    if ((await end.run({ id })).ok)
      offerUndo({ text: t('wishes.retired', { tag: name }), undo: () => reinstate.run({ id }) })
  }
  return (
    <li className={record.line}>
      <strong>{name}</strong>
      {note !== '' && <span>{note}</span>}
      <span className={record.faint}>
        {t('wishes.meta', {
          source: nameOf(WISH_SOURCE_NAMES[source]),
          stage: nameOf(STAGE_NAMES[stage]),
          time: dateTimeText(saidAt),
          name: recordedByName,
        })}
      </span>
      {canEnd && (
        <ActionIcon
          size={20}
          variant="subtle"
          color="gray"
          loading={end.isBusy}
          aria-label={t('wishes.retire', { tag: name })}
          onClick={() => void retire()}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </li>
  )
}

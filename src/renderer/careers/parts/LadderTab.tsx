import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { Ladder, PostSpec } from '../../../shared/careers/model.ts'
import {
  ABILITIES,
  ABILITY_NAMES,
  CRITERIA,
  CRITERION_NAMES,
  LEVEL_NAMES,
  POST_NAMES,
} from '../../../shared/careers/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { orChinese, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './careers.module.css'

/** S3-91 S4-111: the ways up, with what each post is for and what it takes; the manager changes the criteria. */
export function LadderTab() {
  const t = useT('careers')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const { data: ladder } = useQuery('careers.ladder', {}, { topics: ['careers'] })
  const { data: own } = useQuery('careers.file', {}, { topics: ['careers'] })
  const [draft, setDraft] = useState<Ladder | null>(null)
  const save = useCommand('careers.saveLadder')
  if (!ladder) return null
  const shown = draft ?? ladder
  const change = (post: PostSpec['post'], criteria: PostSpec['criteria']) =>
    setDraft({ posts: shown.posts.map((one) => (one.post === post ? { ...one, criteria } : one)) })
  const send = async (reason: string) => {
    const done = await save.run({ ladder: { posts: shown.posts }, reason })
    if (!done.ok) return false
    setDraft(null)
    tellDone(t('saved'))
    return true
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <div className={`${record.scroll} ${flow.stack}`} tabIndex={0}>
      <div className={flow.line}>
        <p className={flow.text}>{t('ladder.intro', { version: ladder.version })}</p>
        {isManager && draft === null && (
          <Button className={flow.push ?? ''} variant="default" onClick={() => setDraft({ posts: ladder.posts })}>
            {t('ladder.edit')}
          </Button>
        )}
      </div>
      {draft !== null && (
        <TextAct
          keep={{ kind: 'careers-ladder-tab-reason', subject: 'new' }}
          label={t('ladder.reason')}
          buttons={[{ label: t('ladder.save'), onSend: send, isBusy: save.isBusy, isMain: true }]}
        />
      )}
      <div className={styles.columns}>
        {shown.posts.map((spec) => (
          <PostCard
            key={spec.post}
            spec={spec}
            isOwn={own?.post === spec.post}
            {...(draft === null ? {} : { onChange: (criteria: PostSpec['criteria']) => change(spec.post, criteria) })}
          />
        ))}
      </div>
    </div>
  )
}

type CardProps = { spec: PostSpec; isOwn: boolean; onChange?: (criteria: PostSpec['criteria']) => void }

function PostCard({ spec, isOwn, onChange }: CardProps) {
  const t = useT('careers')
  const nameOf = useName()
  const name = nameOf(POST_NAMES[spec.post])
  const asked = CRITERIA.filter((criterion) => onChange !== undefined || spec.criteria[criterion] !== undefined)
  return (
    <section className={styles.card} data-own={isOwn || undefined} aria-label={name}>
      <div className={flow.line}>
        <h2>{name}</h2>
        {isOwn && <StateBadge tone="info" label={t('ladder.yours')} />}
      </div>
      <p className={flow.text}>{nameOf(orChinese(spec.duties))}</p>
      <h3>{t('ladder.criteria')}</h3>
      {asked.length === 0 && <p className={flow.faint}>{t('ladder.noCriteria')}</p>}
      <ul className={record.list}>
        {asked.map((criterion) => (
          <li key={criterion} className={flow.line}>
            <span>{nameOf(CRITERION_NAMES[criterion])}</span>
            {onChange === undefined ? (
              <strong className={flow.push}>{spec.criteria[criterion]}</strong>
            ) : (
              <NumberInput
                className={flow.push ?? ''}
                aria-label={`${name} ${nameOf(CRITERION_NAMES[criterion])}`}
                w={80}
                min={0}
                max={600}
                value={spec.criteria[criterion] ?? ''}
                onChange={(value) => {
                  const { [criterion]: _, ...rest } = spec.criteria
                  onChange(typeof value === 'number' ? { ...rest, [criterion]: value } : rest)
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <h3>{t('ladder.abilities')}</h3>
      <ul className={record.list}>
        {ABILITIES.filter((ability) => (spec.abilities[ability] ?? 0) > 0).map((ability) => (
          <li key={ability} className={flow.line}>
            <span>{nameOf(ABILITY_NAMES[ability])}</span>
            <span className={`${flow.push} ${flow.faint}`}>
              {nameOf(LEVEL_NAMES[spec.abilities[ability] ?? 0] ?? { zh: '', en: '' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

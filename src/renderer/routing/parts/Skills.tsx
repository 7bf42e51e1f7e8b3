import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { HandlerView, SkillView } from '../../../shared/routing/contract.ts'
import { LANGUAGE_NAMES, SKILL_KIND_NAMES, type SkillKind } from '../../../shared/routing/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { DayField } from '../../ui/fields.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, namedBy, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './routing.module.css'

/** What a person is able and qualified to do, until when, and what it rests on (S5-24, S5-28). */
export function Skills({ person }: { person: HandlerView }) {
  const t = useT('routing')
  const [revoking, setRevoking] = useState<string | null>(null)
  const revoke = useCommand('routing.revokeSkill')
  const send = async (id: string, reason: string) => {
    const done = await revoke.run({ id, reason })
    if (done.ok) setRevoking(null)
    return done.ok
  }
  return (
    <>
      {person.skills.length === 0 && <div className={record.faint}>{t('noSkills')}</div>}
      <ul className={record.list}>
        {person.skills.map((skill) => (
          <li key={skill.id}>
            <Line skill={skill} onRevoke={() => setRevoking(revoking === skill.id ? null : skill.id)} />
            {revoking === skill.id && (
              <TextAct
                keep={{ kind: 'routing-skills-revoke-reason', subject: person.userId }}
                label={t('revokeReason')}
                buttons={[
                  {
                    label: t('revoke'),
                    onSend: (reason) => send(skill.id, reason),
                    isBusy: revoke.isBusy,
                    isMain: true,
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      <GrantForm userId={person.userId} />
    </>
  )
}

function Line({ skill, onRevoke }: { skill: SkillView; onRevoke: () => void }) {
  const t = useT('routing')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const { kind, code, validUntil, isValid, evidence } = skill
  const about = namedBy(kind === 'language' ? LANGUAGE_NAMES : categoryNames, code, nameOf)
  return (
    <>
      <div className={record.line}>
        <StateBadge tone={isValid ? 'good' : 'neutral'} label={nameOf(SKILL_KIND_NAMES[kind])} />
        {code !== '' && <span>{about}</span>}
        <span className={record.faint}>
          {t('validUntil')} {validUntil === null ? t('forever') : dayText(validUntil)}
          {isValid ? '' : ` · ${t('expired')}`}
        </span>
        <Button className={styles.push ?? ''} size="compact-xs" variant="subtle" color="red" onClick={onRevoke}>
          {t('revoke')}
        </Button>
      </div>
      <div className={record.faint}>{evidence}</div>
    </>
  )
}

function GrantForm({ userId }: Pick<HandlerView, 'userId'>) {
  const t = useT('routing')
  const nameOf = useName()
  const classes = useClasses()
  const [kind, setKind] = useState<SkillKind>('complaints')
  const [code, setCode] = useState('')
  const [validUntil, setUntil] = useState<Day | null>(null)
  const [evidence, setEvidence] = useState('')
  const grant = useCommand('routing.grantSkill')
  const submit = async () => {
    const done = await grant.run({ userId, kind, code, validUntil, evidence })
    if (!done.ok) return
    tellDone(t('saved'))
    setEvidence('')
  }
  const kinds = choicesOf(SKILL_KIND_NAMES, nameOf)
  const hasCode = kind === 'language' || kind === 'category'
  return (
    <div className={record.form}>
      <Select
        label={t('skill')}
        data={kinds}
        value={kind}
        onChange={(value) => {
          setKind(kinds.find((one) => one.value === value)?.value ?? 'complaints')
          setCode('')
        }}
      />
      {hasCode && (
        <Select
          label={t('skillCode')}
          searchable
          data={
            kind === 'language'
              ? choicesOf(LANGUAGE_NAMES, nameOf)
              : categoryChoices(classes.offered.categories, classes, nameOf)
          }
          value={code === '' ? null : code}
          onChange={(value) => setCode(value ?? '')}
        />
      )}
      <DayField label={t('validUntil')} value={validUntil} onChange={setUntil} />
      <TextInput
        className={record.wide ?? ''}
        label={t('evidence')}
        value={evidence}
        maxLength={500}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <KeepLines kind="routing-skill-lines" subject={userId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button
          loading={grant.isBusy}
          disabled={evidence.trim() === '' || (hasCode && code === '')}
          onClick={() => void submit()}
        >
          {t('grant')}
        </Button>
      </div>
    </div>
  )
}

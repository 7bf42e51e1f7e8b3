import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CareerFile } from '../../../shared/careers/model.ts'
import { ABILITY_NAMES, type Ability, LEVEL_NAMES } from '../../../shared/careers/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** S4-84: what the post and the aim ask for, what the person has, and what is missing. */
export function Abilities({ file }: { file: CareerFile }) {
  const t = useT('careers')
  const nameOf = useName()
  const levelOf = (level: number | undefined) => {
    const name = LEVEL_NAMES[level ?? 0]
    return level === undefined || level === 0 || !name ? '—' : nameOf(name)
  }
  const abilities = [...new Set([...file.gaps, ...file.nextGaps].map(({ ability }) => ability))]
  const rows = abilities.map((ability) => {
    const now = file.gaps.find((one) => one.ability === ability)
    const next = file.nextGaps.find((one) => one.ability === ability)
    return { ability, have: (now ?? next)?.have, need: now?.need, next: next?.need, missing: now?.missing ?? 0 }
  })
  return (
    <>
      <table className={record.table}>
        <thead>
          <tr>
            <th>{t('abilityHead.ability')}</th>
            <th>{t('abilityHead.have')}</th>
            <th>{t('abilityHead.need')}</th>
            <th>{t('abilityHead.next')}</th>
            <th>{t('abilityHead.gap')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ability, have, need, next, missing }) => (
            <tr key={ability} title={file.abilityNotes[ability] ?? ''}>
              <td>{nameOf(ABILITY_NAMES[ability])}</td>
              <td>{levelOf(have)}</td>
              <td>{levelOf(need)}</td>
              <td>{levelOf(next)}</td>
              <td>
                <StateBadge
                  tone={missing > 0 ? 'warn' : 'good'}
                  label={missing > 0 ? t('gap', { count: missing }) : t('noGap')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {file.mayLead && <Assess file={file} />}
    </>
  )
}

function Assess({ file }: { file: CareerFile }) {
  const t = useT('careers')
  const nameOf = useName()
  const [ability, setAbility] = useState<Ability | null>(null)
  const [level, setLevel] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const assess = useCommand('careers.assess')
  const abilities = choicesOf(ABILITY_NAMES, nameOf)
  const save = async () => {
    if (ability === null || level === null) return
    const done = await assess.run({ userId: file.userId, ability, level, note })
    if (!done.ok) return
    setNote('')
    tellDone(t('saved'))
  }
  return (
    <div className={flow.stack}>
      <KeepLines kind="careers-assess-lines" subject={file.userId} />
      <FieldRow columns={3}>
        <Select
          label={t('assessAbility')}
          data={abilities}
          value={ability}
          onChange={(one) => setAbility(abilities.find(({ value }) => value === one)?.value ?? null)}
        />
        <Select
          label={t('level')}
          data={LEVEL_NAMES.map((name, value) => ({ value: String(value), label: nameOf(name) }))}
          value={level === null ? null : String(level)}
          onChange={(one) => setLevel(one === null ? null : Number(one))}
        />
        <TextInput
          label={t('note')}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </FieldRow>
      <Button
        className={flow.push ?? ''}
        variant="default"
        loading={assess.isBusy}
        disabled={ability === null || level === null}
        onClick={() => void save()}
      >
        {t('assess')}
      </Button>
    </div>
  )
}

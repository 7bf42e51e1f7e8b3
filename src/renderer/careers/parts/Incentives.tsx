import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CareerFile, Incentive } from '../../../shared/careers/model.ts'
import { INCENTIVE_KIND_NAMES, type IncentiveKind } from '../../../shared/careers/words.ts'
import type { Day } from '../../../shared/time.ts'
import { EFFECT_NAMES, type TrainingEffect } from '../../../shared/training/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { dayText, moneyText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { EFFECT_TONES } from '../tones.ts'

/** S4-91..93: pay, promotion and honour, why each fits this person, and what it came to. */
export function Incentives({ file }: { file: CareerFile }) {
  const t = useT('careers')
  return (
    <>
      {file.incentives.length === 0 && <p className={flow.faint}>{t('incentives.none')}</p>}
      <ul className={record.list}>
        {file.incentives.map((one) => (
          <li key={one.id}>
            <IncentiveLine one={one} />
            {file.mayLead && one.effect === null && <Evaluate id={one.id} />}
          </li>
        ))}
      </ul>
      {file.mayLead && <Reward file={file} />}
    </>
  )
}

const number = (value: number | null) => (value === null ? '—' : String(value))

/** One incentive with the figures before and since. */
export function IncentiveLine({ one, withName = false }: { one: Incentive; withName?: boolean }) {
  const t = useT('careers')
  const nameOf = useName()
  const { kind, title, reason, fits, amountFen, givenDay, effect, effectText, figures, evaluatedByName } = one
  return (
    <div className={flow.stack}>
      <div className={flow.line}>
        <StateBadge tone="info" label={nameOf(INCENTIVE_KIND_NAMES[kind])} />
        <span>
          {withName && `${one.personName} · `}
          {title} {amountFen === null ? '' : moneyText(amountFen)}
        </span>
        {effect !== null && <StateBadge tone={EFFECT_TONES[effect]} label={nameOf(EFFECT_NAMES[effect])} />}
        <span className={`${flow.push} ${flow.faint}`}>{dayText(givenDay)}</span>
      </div>
      <p className={flow.text}>{reason}</p>
      {fits !== '' && <p className={flow.faint}>{t('incentives.fitting', { text: fits })}</p>}
      <p className={flow.faint}>
        {t('incentives.quality', { before: number(figures.qualityBefore), after: number(figures.qualityAfter) })}
        {' · '}
        {t('incentives.exam', { before: number(figures.examBefore), after: number(figures.examAfter) })}
      </p>
      {effectText !== null && (
        <p className={flow.text}>
          {effectText} <span className={flow.faint}>{t('incentives.by', { name: evaluatedByName ?? '' })}</span>
        </p>
      )}
    </div>
  )
}

function Evaluate({ id }: { id: string }) {
  const t = useT('careers')
  const nameOf = useName()
  const [effect, setEffect] = useState<TrainingEffect>('effective')
  const evaluate = useCommand('careers.evaluate')
  const save = async (text: string) => {
    const done = await evaluate.run({ id, effect, text })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'careers-evaluate-effect-text', subject: id }}
      label={t('incentives.effectText')}
      buttons={[{ label: t('incentives.evaluate'), onSend: save, isBusy: evaluate.isBusy }]}
    >
      <ChoiceField
        label={t('incentives.effect')}
        data={choicesOf(EFFECT_NAMES, nameOf)}
        value={effect}
        onChange={setEffect}
      />
    </TextAct>
  )
}

function Reward({ file }: { file: CareerFile }) {
  const t = useT('careers')
  const nameOf = useName()
  const [kind, setKind] = useState<IncentiveKind>('honour')
  const [texts, setTexts] = useState({ title: '', reason: '', fits: '' })
  const [amountFen, setAmount] = useState<number | null>(null)
  const [certificateId, setCertificate] = useState<string | null>(null)
  const [givenDay, setDay] = useState<Day | null>(today())
  const reward = useCommand('careers.reward')
  const save = async () => {
    if (givenDay === null) return
    const pay = kind === 'pay' ? amountFen : null
    const incentive = { ...texts, kind, amountFen: pay, certificateId, givenDay }
    const done = await reward.run({ userId: file.userId, incentive })
    if (!done.ok) return
    setTexts({ title: '', reason: '', fits: '' })
    tellDone(t('saved'))
  }
  const field = (name: keyof typeof texts, label: string, most: number) => (
    <TextInput
      label={label}
      maxLength={most}
      value={texts[name]}
      onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className={flow.stack}>
      <KeepLines kind="careers-reward-lines" subject={file.userId} />
      <FieldRow columns={3}>
        <ChoiceField
          label={t('incentives.kind')}
          data={choicesOf(INCENTIVE_KIND_NAMES, nameOf)}
          value={kind}
          onChange={setKind}
        />
        {field('title', t('incentives.name'), 120)}
        {field('reason', t('incentives.reason'), 1000)}
        {field('fits', t('incentives.fits'), 500)}
        {kind === 'pay' && <YuanField label={t('incentives.amount')} value={amountFen} onChange={setAmount} />}
        <Select
          label={t('incentives.certificate')}
          clearable
          data={file.certificates.map(({ id, name }) => ({ value: id, label: name }))}
          value={certificateId}
          onChange={setCertificate}
        />
        <DayField label={t('incentives.day')} value={givenDay} onChange={setDay} />
      </FieldRow>
      <Button
        className={flow.push ?? ''}
        variant="default"
        loading={reward.isBusy}
        disabled={texts.title.trim() === '' || texts.reason.trim() === '' || givenDay === null}
        onClick={() => void save()}
      >
        {t('incentives.add')}
      </Button>
    </div>
  )
}

import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { Scheme, Terms } from '../../../shared/scorecards/model.ts'
import type { SchemeVersion } from '../../../shared/scorecards/views.ts'
import { INDICATORS, type Indicator, RATER_NAMES, RATERS } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './scorecards.module.css'

const FIELDS = [
  { key: 'weight', label: 'weightOf', head: 'weight' },
  { key: 'goal', label: 'goalOf', head: 'goal' },
  { key: 'floor', label: 'floorOf', head: 'floor' },
  { key: 'minSample', label: 'minOf', head: 'min' },
] as const satisfies readonly { key: keyof Terms; label: string; head: string }[]

const ROLES = ['lead', 'agent'] as const
const number = (value: string | number) => (typeof value === 'number' ? value : 0)

/** S3-102: the next version, from a month on; what does not add up to 100 % is shown before it is refused. */
export function SchemeEditor({ newest, onDone }: { newest: SchemeVersion; onDone: () => void }) {
  const t = useT('scorecards')
  const u = useT('ui')
  const [scheme, setScheme] = useState<Scheme>(newest.scheme)
  const [fromMonth, setFromMonth] = useState(today().slice(0, 7))
  const [reason, setReason] = useState('')
  const save = useCommand('scorecards.saveScheme')
  const send = async () => {
    const answer = await save.run({ fromMonth, basedOn: newest.version, scheme, reason })
    if (!answer.ok) return
    tellDone(t('scheme.saved'))
    onDone()
  }
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          type="month"
          label={t('scheme.fromMonth')}
          value={fromMonth}
          onChange={(event) => setFromMonth(event.currentTarget.value)}
        />
        <TextInput
          w={360}
          label={t('scheme.reason')}
          value={reason}
          error={save.fieldErrors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.push}>
          <Button variant="default" onClick={onDone}>
            {u('actions.cancel')}
          </Button>
          <Button loading={save.isBusy} onClick={() => void send()}>
            {t('scheme.save')}
          </Button>
        </div>
      </div>
      <IndicatorTerms scheme={scheme} onChange={setScheme} />
      <Raters scheme={scheme} onChange={setScheme} />
      <Grades scheme={scheme} onChange={setScheme} />
    </>
  )
}

type PartProps = { scheme: Scheme; onChange: (scheme: Scheme) => void }

function IndicatorTerms({ scheme, onChange }: PartProps) {
  const t = useT('scorecards')
  const nameOf = useName()
  const sum = INDICATORS.reduce((total, one) => total + scheme.indicators[one].weight, 0)
  const set = (one: Indicator, key: keyof Terms, value: number) =>
    onChange({ ...scheme, indicators: { ...scheme.indicators, [one]: { ...scheme.indicators[one], [key]: value } } })
  return (
    <Section title={t('figures.title')} level={2}>
      <div className={styles.terms}>
        <span className={styles.headCell}>{t('figures.indicator')}</span>
        {FIELDS.map(({ key, head }) => (
          <span key={key} className={styles.headCell}>
            {t(`scheme.${head}`)}
          </span>
        ))}
        {INDICATORS.map((one) => [
          <span key={one}>{nameOf(INDICATOR_TABLE[one].name)}</span>,
          ...FIELDS.map(({ key, label }) => (
            <NumberInput
              key={`${one} ${key}`}
              aria-label={t(`scheme.${label}`, { name: nameOf(INDICATOR_TABLE[one].name) })}
              min={0}
              value={scheme.indicators[one][key]}
              onChange={(value) => set(one, key, number(value))}
            />
          )),
        ])}
      </div>
      <p className={sum === 100 ? flow.faint : styles.warn}>{t('scheme.sum', { sum })}</p>
    </Section>
  )
}

function Raters({ scheme, onChange }: PartProps) {
  const t = useT('scorecards')
  const nameOf = useName()
  const sum = RATERS.reduce((total, one) => total + scheme.raters[one], 0)
  return (
    <Section title={t('scheme.raters')} level={2}>
      <div className={styles.scores}>
        {RATERS.map((one) => (
          <NumberInput
            key={one}
            label={t('scheme.raterOf', { name: nameOf(RATER_NAMES[one]) })}
            min={0}
            max={100}
            value={scheme.raters[one]}
            onChange={(value) => onChange({ ...scheme, raters: { ...scheme.raters, [one]: number(value) } })}
          />
        ))}
        {(['minCustomers', 'maxAdjust'] as const).map((key) => (
          <NumberInput
            key={key}
            label={t(`scheme.${key}`)}
            min={0}
            max={1000}
            value={scheme[key]}
            onChange={(value) => onChange({ ...scheme, [key]: number(value) })}
          />
        ))}
      </div>
      <p className={sum === 100 ? flow.faint : styles.warn}>{t('scheme.sum', { sum })}</p>
    </Section>
  )
}

function Grades({ scheme, onChange }: PartProps) {
  const t = useT('scorecards')
  const u = useT('ui')
  const nameOf = useName()
  const set = (code: string, change: { from?: number; bonusPercent?: number }) =>
    onChange({ ...scheme, grades: scheme.grades.map((one) => (one.code === code ? { ...one, ...change } : one)) })
  return (
    <Section title={t('scheme.grades')} level={2}>
      <div className={styles.three}>
        {(['grade', 'gradeFrom', 'gradeBonus'] as const).map((key) => (
          <span key={key} className={styles.headCell}>
            {t(`scheme.${key}`)}
          </span>
        ))}
        {scheme.grades.map(({ code, name, from, bonusPercent }) => [
          <span key={code}>
            {code} {nameOf(name)}
          </span>,
          <NumberInput
            key={`${code} from`}
            aria-label={t('scheme.fromOf', { name: nameOf(name) })}
            min={0}
            max={100}
            value={from}
            onChange={(value) => set(code, { from: number(value) })}
          />,
          <NumberInput
            key={`${code} bonus`}
            aria-label={t('scheme.bonusOf', { name: nameOf(name) })}
            min={0}
            max={1000}
            value={bonusPercent}
            onChange={(value) => set(code, { bonusPercent: number(value) })}
          />,
        ])}
      </div>
      <YuanField
        w={220}
        mt="xs"
        label={t('scheme.base')}
        value={scheme.bonusBaseFen}
        onChange={(bonusBaseFen) => onChange({ ...scheme, bonusBaseFen: bonusBaseFen ?? 0 })}
      />
      <Checkbox.Group
        mt="xs"
        label={t('scheme.rankingFor')}
        value={scheme.rankingFor}
        onChange={(chosen) => onChange({ ...scheme, rankingFor: ROLES.filter((one) => chosen.includes(one)) })}
      >
        {ROLES.map((one) => (
          <Checkbox key={one} mt={6} value={one} label={u(`roles.${one}`)} />
        ))}
      </Checkbox.Group>
    </Section>
  )
}

import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { SchemeVersion } from '../../../shared/scorecards/views.ts'
import { GROUP_NAMES, INDICATORS, RATER_NAMES, RATERS } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, moneyText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { valueText } from '../show.ts'
import { SchemeEditor } from './SchemeEditor.tsx'
import styles from './scorecards.module.css'

/** S3-102 S3-112: by what a month is assessed, in every version, for everybody to read. */
export function SchemeTab() {
  const t = useT('scorecards')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [chosen, setChosen] = useState<string | null>(null)
  const [isEditing, setEditing] = useState(false)
  const { data, failure, reload } = useQuery('scorecards.schemes', {}, { topics: ['scorecards'] })
  const newest = data?.[0]
  const shown = data?.find(({ version }) => String(version) === chosen) ?? newest
  if (!shown || !newest) return <FailureAlert failure={failure} onRetry={reload} />
  const labelOf = ({ version, fromMonth }: SchemeVersion) =>
    `${t('scheme.version', { version })} · ${fromMonth === null ? t('scheme.shipped') : t('scheme.from', { month: fromMonth })}`
  const end = () => setEditing(false)
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Select
          w={300}
          label={t('round.scheme')}
          data={(data ?? []).map((one) => ({ value: String(one.version), label: labelOf(one) }))}
          value={String(shown.version)}
          allowDeselect={false}
          onChange={setChosen}
        />
        {isManager && !isEditing && (
          <div className={styles.push}>
            <Button onClick={() => setEditing(true)}>{t('scheme.edit')}</Button>
          </div>
        )}
      </div>
      {isEditing ? <SchemeEditor key={newest.version} newest={newest} onDone={end} /> : <Shown version={shown} />}
    </div>
  )
}

function Shown({ version }: { version: SchemeVersion }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const { scheme, savedAt, savedByName, reason } = version
  return (
    <>
      {savedAt !== null && (
        <p className={flow.faint}>
          {savedByName} · {dateTimeText(savedAt)} · {reason}
        </p>
      )}
      <table className={styles.table} aria-label={t('figures.title')}>
        <thead>
          <tr>
            <th scope="col">{t('figures.indicator')}</th>
            <th scope="col">{t('behind.denominator')}</th>
            {(['weight', 'goal', 'floor', 'min'] as const).map((key) => (
              <th key={key} scope="col" data-number>
                {t(`scheme.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {INDICATORS.map((one) => {
            const { weight, goal, floor, minSample } = scheme.indicators[one]
            const { name, group, denominator } = INDICATOR_TABLE[one]
            return (
              <tr key={one}>
                <th scope="row">
                  {nameOf(name)}
                  <div className={flow.faint}>{nameOf(GROUP_NAMES[group])}</div>
                </th>
                <td>{nameOf(denominator)}</td>
                <td data-number>{weight}%</td>
                <td data-number>{valueText(one, goal)}</td>
                <td data-number>{valueText(one, floor)}</td>
                <td data-number>{minSample}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Section title={t('scheme.raters')} level={2}>
        <Facts
          columns={3}
          facts={[
            ...RATERS.map((one) => ({ label: nameOf(RATER_NAMES[one]), value: `${scheme.raters[one]}%` })),
            { label: t('scheme.minCustomers'), value: scheme.minCustomers },
            { label: t('scheme.maxAdjust'), value: scheme.maxAdjust },
          ]}
        />
      </Section>
      <Section title={t('scheme.grades')} level={2}>
        <table className={styles.table} aria-label={t('scheme.grades')}>
          <thead>
            <tr>
              <th scope="col">{t('scheme.grade')}</th>
              {(['gradeFrom', 'gradeBonus'] as const).map((key) => (
                <th key={key} scope="col" data-number>
                  {t(`scheme.${key}`)}
                </th>
              ))}
              <th scope="col" data-number>
                {t('columns.bonus')}
              </th>
            </tr>
          </thead>
          <tbody>
            {scheme.grades.map(({ code, name, from, bonusPercent }) => (
              <tr key={code}>
                <th scope="row">
                  {code} {nameOf(name)}
                </th>
                <td data-number>{from}</td>
                <td data-number>{bonusPercent}%</td>
                <td data-number>{moneyText(Math.round((scheme.bonusBaseFen * bonusPercent) / 100))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  )
}

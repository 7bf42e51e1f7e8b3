import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { FORM_KIND_NAMES, type FormKind } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { FormEditor } from './FormEditor.tsx'
import styles from './reviews.module.css'

/** S2-135: the forms, version by version; a manager publishes the next one. */
export function FormTab() {
  const t = useT('reviews')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [kind, setKind] = useState<FormKind>('complaint')
  const [version, setVersion] = useState<number | null>(null)
  const [isEditing, setEditing] = useState(false)
  const asked = version === null ? { kind } : { kind, version }
  const { data, failure, reload } = useQuery('reviews.form', asked, { topics: ['reviews'], clearOnChange: true })
  const newest = data?.versions[0]?.version ?? 1
  const show = (next: FormKind) => {
    setKind(next)
    setVersion(null)
    setEditing(false)
  }
  return (
    <>
      <div className={styles.line}>
        <SegmentedControl
          aria-label={t('form.kind')}
          value={kind}
          onChange={show}
          data={choicesOf(FORM_KIND_NAMES, nameOf)}
        />
        {data && (
          <Select
            aria-label={t('form.versions')}
            w={300}
            disabled={isEditing}
            value={String(data.version)}
            allowDeselect={false}
            data={data.versions.map((one) => ({ value: String(one.version), label: versionText(one, t) }))}
            onChange={(value) => setVersion(value === null ? null : Number(value))}
          />
        )}
        {isManager && data?.version === newest && !isEditing && (
          <Button className={flow.push ?? ''} variant="default" onClick={() => setEditing(true)}>
            {t('form.edit')}
          </Button>
        )}
      </div>
      <FailureAlert failure={failure} onRetry={reload} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <section className={record.scroll} aria-label={t('form.kind')} tabIndex={0}>
        {data && isEditing && (
          <FormEditor key={data.version} form={data.form} basedOn={data.version} onDone={() => setEditing(false)} />
        )}
        {data && !isEditing && <FormView form={data.form} />}
      </section>
    </>
  )
}

type Version = Output<'reviews.form'>['versions'][number]

function versionText(one: Version, t: ReturnType<typeof useT<'reviews'>>): string {
  const name = t('form.version', { version: one.version })
  if (one.savedByName === null || one.savedAt === null) return `${name} · ${t('form.shipped')}`
  return `${name} · ${one.savedByName} · ${dateTimeText(one.savedAt)}`
}

function FormView({ form }: { form: Output<'reviews.form'>['form'] }) {
  const t = useT('reviews')
  const u = useT('ui')
  const nameOf = useName()
  const lines = form.lateness.map(({ upToPercent, mark }) => t('form.latenessLine', { percent: upToPercent, mark }))
  return (
    <>
      <table className={styles.formTable} aria-label={nameOf(form.name)}>
        <thead>
          <tr>
            <th scope="col">{t('form.group')}</th>
            <th scope="col">{t('marks')}</th>
            <th scope="col">{t('form.weight')}</th>
            <th scope="col">{t('form.critical')}</th>
            <th scope="col">{t('form.allowsNa')}</th>
            <th scope="col">{t('form.source')}</th>
          </tr>
        </thead>
        <tbody>
          {form.groups.flatMap((group) =>
            group.items.map((item, i) => (
              <tr key={item.id}>
                {i === 0 && (
                  <th scope="rowgroup" rowSpan={group.items.length}>
                    {nameOf(group.name)}
                    <div className={styles.faint}>{t('weight', { weight: group.weight })}</div>
                  </th>
                )}
                <td>{nameOf(item.name)}</td>
                <td className="num">{item.weight}</td>
                <td>{item.isCritical ? u('states.yes') : '—'}</td>
                <td>{item.allowsNa ? u('states.yes') : '—'}</td>
                <td>{t(item.computed === null ? 'form.reader' : 'computed')}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {lines.length > 0 && <p className={styles.faint}>{t('form.lateness', { list: lines.join('；') })}</p>}
    </>
  )
}

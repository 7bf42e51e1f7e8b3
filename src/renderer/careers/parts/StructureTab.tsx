import type { Structure } from '../../../shared/careers/desk-model.ts'
import { POST_NAMES, SEX_NAMES } from '../../../shared/careers/words.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from './careers.module.css'

/** S4-85: staff by age, sex, profession and post; groups too small to name nobody stand together. */
export function StructureTab() {
  const t = useT('careers')
  const nameOf = useName()
  const { data } = useQuery('careers.structure', {}, { topics: ['careers', 'users'] })
  if (!data) return null
  const named = (key: string, otherwise: (key: string) => string) =>
    key === 'hidden' || key === 'unsaid' ? t(`structure.${key}`) : otherwise(key)
  const band = (key: string) =>
    key === '-24' ? t('structure.young') : key === '45+' ? t('structure.old') : t('structure.years', { band: key })
  const parts = [
    { title: t('structure.age'), groups: data.age, name: band },
    { title: t('structure.sex'), groups: data.sex, name: (key: string) => namedBy(SEX_NAMES, key, nameOf) },
    { title: t('structure.profession'), groups: data.profession, name: (key: string) => key },
    { title: t('structure.post'), groups: data.post, name: (key: string) => namedBy(POST_NAMES, key, nameOf) },
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <div className={`${record.scroll} ${flow.stack}`} tabIndex={0}>
      <div className={flow.line}>
        <strong>{t('structure.people', { count: data.people })}</strong>
        <span className={flow.faint}>{t('structure.hint', { least: data.least })}</span>
      </div>
      <div className={styles.columns}>
        {parts.map(({ title, groups, name }) => (
          <Groups key={title} title={title} groups={groups} nameOf={(key) => named(key, name)} />
        ))}
      </div>
    </div>
  )
}

type Props = { title: string; groups: Structure['age']; nameOf: (key: string) => string }

function Groups({ title, groups, nameOf }: Props) {
  const t = useT('careers')
  const most = Math.max(1, ...groups.map(({ count }) => count))
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <table className={record.table}>
        <thead>
          <tr>
            <th>{t('structure.group')}</th>
            <th data-number>{t('structure.count')}</th>
            <th aria-hidden style={{ width: '45%' }} />
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, count }) => (
            <tr key={key}>
              <td>{nameOf(key)}</td>
              <td data-number>{countText(count)}</td>
              <td aria-hidden>
                <div style={{ width: `${(count / most) * 100}%`, height: 8, background: 'var(--desk-accent)' }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

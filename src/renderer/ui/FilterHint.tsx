import { FILTER_NAMES, FILTER_VALUES, type FilterName } from '../../shared/search/filters.ts'
import { useT } from '../i18n/use-t.ts'
import styles from './FilterHint.module.css'
import { useName } from './use-name.ts'

type Props = {
  /** Filters with values that nobody knows. */
  unknown: readonly { name: FilterName; text: string }[]
  isFilling: boolean
}

/** Under a search field: which filters there are, or what is wrong with the one that was typed. */
export function FilterHint({ unknown, isFilling }: Props) {
  const t = useT('search')
  const nameOf = useName()
  const valuesOf = (name: FilterName) => {
    const values = Object.entries(FILTER_VALUES[name]).map(([code, label]) => `${code} (${nameOf(label)})`)
    return name === 'owner' ? `${values.join(', ')}, ${t('or')}` : values.join(', ')
  }
  return (
    <div className={styles.hint} role="status">
      {unknown.length === 0
        ? t('hint', { filters: t('example') })
        : unknown.map(({ name, text }) => (
            <div key={`${name} ${text}`} data-wrong>
              {t('unknown', { name: nameOf(FILTER_NAMES[name]), text, values: valuesOf(name) })}
            </div>
          ))}
      {isFilling && <div>{t('filling')}</div>}
    </div>
  )
}

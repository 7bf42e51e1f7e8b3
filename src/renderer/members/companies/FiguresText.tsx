import type { CompanyFigures } from '../../../shared/companies/tracking.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import record from '../../ui/record.module.css'
import { namedBy, useName } from '../../ui/use-name.ts'

/** A company's complaints of some days, in words. */
export function FiguresText({ figures }: { figures: CompanyFigures }) {
  const t = useT('companyTracking')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const { complaints, open, late, solved, travellers, meanDays, categories } = figures
  return (
    <div className={record.text}>
      <div className="num">
        {t('advice.figures', { complaints, open, late, solved, travellers })}
        {meanDays !== null && ` · ${t('advice.mean', { days: meanDays })}`}
      </div>
      {categories.slice(0, 5).map(({ category, count, ...row }) => (
        <div key={category} className={record.faint}>
          {t('advice.category', {
            ...row,
            count,
            name: namedBy(categoryNames, category, nameOf),
          })}
        </div>
      ))}
    </div>
  )
}

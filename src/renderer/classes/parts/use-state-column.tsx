import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import type { Column } from '../../ui/DataTable.tsx'

/** The last column of each list: whether the row is still given to new cases. */
export function useStateColumn<T>(width: string, isActiveOf: (row: T) => boolean): Column<T> {
  const t = useT('classes')
  return {
    id: 'state',
    header: t('columns.state'),
    width,
    cell: (row) => {
      const isActive = isActiveOf(row)
      return (
        <StateBadge tone={isActive ? 'good' : 'neutral'} label={t(isActive ? 'states.active' : 'states.retired')} />
      )
    },
  }
}

import type { StaffFigures } from '../../../shared/meetings/guidance.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts } from '../../ui/DetailPanel.tsx'

const NAMES = ['answered', 'closed', 'breaches', 'reviews', 'quality', 'answers', 'satisfaction'] as const

/** A person's figures of a month. */
export function StaffFacts({ figures }: { figures: StaffFigures }) {
  const t = useT('meetings')
  return (
    <Facts
      columns={3}
      facts={NAMES.map((name) => ({ label: t(`guidance.basis.${name}`), value: figures[name] ?? '—' }))}
    />
  )
}

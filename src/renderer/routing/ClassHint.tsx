import { useDebouncedValue } from '@mantine/hooks'
import { useT } from '../i18n/use-t.ts'
import { Section } from '../ui/DetailPanel.tsx'
import type { NewCaseProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { ProposalView } from './parts/ProposalView.tsx'

/** A complaint shorter than this says nothing yet. */
const LEAST = 4

/** S5-08: the class that the words of a complaint speak for, while it is written down. */
export function ClassHint({ kind, text, category, onCategory }: NewCaseProps) {
  const t = useT('routing')
  const [asked] = useDebouncedValue(text.trim(), 300)
  const isAsked = kind === 'complaint' && asked.length >= LEAST
  const { data } = useQuery('classing.propose', { text: asked }, { topics: ['policies'], enabled: isAsked })
  if (!isAsked || !data) return null
  return (
    <Section title={t('proposal')}>
      <ProposalView proposal={data} {...(category === null ? {} : { settled: category })} onUse={onCategory} />
    </Section>
  )
}

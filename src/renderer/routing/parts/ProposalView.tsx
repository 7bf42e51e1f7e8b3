import { Badge, Button } from '@mantine/core'
import type { ClassProposal, FoundWord } from '../../../shared/routing/classes.ts'
import { SIGNAL_NAMES } from '../../../shared/routing/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import record from '../../ui/record.module.css'
import { namedBy, useName } from '../../ui/use-name.ts'
import styles from './routing.module.css'

type Props = {
  proposal: ClassProposal
  /** The class that a person settled, to set the proposal against. */
  settled?: string
  /** Takes a proposed class over. */
  onUse?: (category: string) => void
}

/** A proposed class with every word that spoke for it and its weight (S5-08, S5-12). */
export function ProposalView({ proposal, settled, onUse }: Props) {
  const t = useT('routing')
  const nameOf = useName()
  const { byWords, learned, version } = proposal
  const [best] = byWords.scores
  return (
    <div>
      <div className={record.faint}>{t('proposedBy', { version })}</div>
      {byWords.category === null || !best ? (
        <div>{t('noProposal')}</div>
      ) : (
        <Line
          category={byWords.category}
          note={t('byScore', { score: best.score })}
          words={best.words}
          settled={settled}
          onUse={onUse}
        />
      )}
      {byWords.signals.map(({ signal, words }) => (
        <div key={signal} className={record.line}>
          <StateBadge tone="warn" label={nameOf(SIGNAL_NAMES[signal])} />
          <Words words={words} />
        </div>
      ))}
      {learned && (
        <>
          <div className={record.faint}>{t('learnedBy', { cases: learned.cases, percent: learned.percent })}</div>
          <Line category={learned.category} note="" words={learned.words} settled={settled} onUse={onUse} />
        </>
      )}
    </div>
  )
}

type LineProps = {
  category: string
  note: string
  words: readonly FoundWord[]
  settled: string | undefined
  onUse: ((category: string) => void) | undefined
}

function Line({ category, note, words, settled, onUse }: LineProps) {
  const t = useT('routing')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  return (
    <>
      <div className={record.line}>
        <strong>{namedBy(categoryNames, category, nameOf)}</strong>
        <span className={record.faint}>{note}</span>
        {settled !== undefined && (
          <StateBadge
            tone={settled === category ? 'good' : 'neutral'}
            label={settled === category ? t('matches') : t('differs')}
          />
        )}
        {onUse && settled !== category && (
          <Button size="compact-xs" variant="light" onClick={() => onUse(category)}>
            {t('use')}
          </Button>
        )}
      </div>
      <Words words={words} />
    </>
  )
}

function Words({ words }: { words: readonly FoundWord[] }) {
  return (
    <span className={styles.words}>
      {words.map(({ text, weight }) => (
        <Badge key={text} variant="default" tt="none" fw={500}>
          {text} {weight > 0 ? `+${weight}` : weight}
        </Badge>
      ))}
    </span>
  )
}

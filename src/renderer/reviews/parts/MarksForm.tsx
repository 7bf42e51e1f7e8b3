import { SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertOctagon } from '@tabler/icons-react'
import type { FormItem, Marks, ReviewForm } from '../../../shared/reviews/model.ts'
import { BEST_MARK } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './reviews.module.css'

type Props = {
  form: ReviewForm
  /** The program's own marks. */
  computed: Marks
  marks: Marks
  onMarks: (marks: Marks) => void
  notes?: Readonly<Record<string, string>>
  onNotes?: (notes: Record<string, string>) => void
}

/** Every item of a form: a mark from 0 to 5, left out where that is allowed, or the program's own. */
export function MarksForm({ form, computed, marks, onMarks, notes = {}, onNotes }: Props) {
  const t = useT('reviews')
  const nameOf = useName()
  return (
    <div className={styles.groups}>
      {form.groups.map((group) => (
        <section key={group.id} className={styles.group} aria-label={nameOf(group.name)}>
          <h3 className={styles.groupHead}>
            {nameOf(group.name)} <span className={styles.faint}>{t('weight', { weight: group.weight })}</span>
          </h3>
          {group.items.map((item) => (
            <div key={item.id} className={styles.item}>
              <ItemName item={item} />
              <MarkField
                item={item}
                mark={item.computed === null ? marks[item.id] : (computed[item.id] ?? null)}
                onMark={(mark) => onMarks({ ...marks, [item.id]: mark })}
              />
              {onNotes && item.computed === null && (
                <TextInput
                  className={styles.note ?? ''}
                  aria-label={t('note', { item: nameOf(item.name) })}
                  placeholder={t('notePlaceholder')}
                  maxLength={500}
                  value={notes[item.id] ?? ''}
                  onChange={(event) => onNotes({ ...notes, [item.id]: event.currentTarget.value })}
                />
              )}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

function ItemName({ item }: { item: FormItem }) {
  const t = useT('reviews')
  const nameOf = useName()
  return (
    <div className={styles.itemName}>
      {nameOf(item.name)}
      {item.isCritical && (
        <IconAlertOctagon size={14} className={styles.critical} aria-label={t('critical')} role="img" />
      )}{' '}
      <span className={styles.faint}>{t('weight', { weight: item.weight })}</span>
      {item.definition && <div className={styles.faint}>{nameOf(item.definition)}</div>}
    </div>
  )
}

type FieldProps = { item: FormItem; mark: number | null | undefined; onMark: (mark: number | null) => void }

const MARKS = Array.from({ length: BEST_MARK + 1 }, (_, mark) => String(mark))

function MarkField({ item, mark, onMark }: FieldProps) {
  const t = useT('reviews')
  const nameOf = useName()
  const shown = mark === undefined ? '' : mark === null ? 'na' : String(mark)
  if (item.computed !== null)
    return (
      <div className={styles.computed}>
        <strong className="num">{mark === null ? t('na') : shown}</strong>
        <span className={styles.faint}>{t('computed')}</span>
      </div>
    )
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('mark', { item: nameOf(item.name) })}
      data={[
        ...MARKS.map((value) => ({ value, label: value })),
        ...(item.allowsNa ? [{ value: 'na', label: t('na') }] : []),
      ]}
      value={shown}
      onChange={(value) => onMark(value === 'na' ? null : Number(value))}
    />
  )
}

/** How many items still wait for a mark. */
export function missingMarks(form: ReviewForm, marks: Marks): number {
  const items = form.groups.flatMap(({ items: own }) => own)
  return items.filter(({ id, computed }) => computed === null && marks[id] === undefined).length
}

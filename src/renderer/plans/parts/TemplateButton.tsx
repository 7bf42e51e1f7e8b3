import { Button } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import type { PlanDraft } from '../plan-draft.ts'

type Props = { caseId: CaseId; draft: PlanDraft; onFill: (part: Partial<PlanDraft>) => void }

const PARTS = ['direction', 'measures', 'communication'] as const

/** S4-128: fills what is still blank from the template of the case's class. */
export function TemplateButton({ caseId, draft, onFill }: Props) {
  const t = useT('plans')
  const nameOf = useName()
  const { data } = useQuery('classes.ofCase', { caseId }, { topics: ['classes'] })
  const template = data?.plan
  if (!template) return null
  const blank = PARTS.filter((part) => draft[part].trim() === '' && nameOf(template[part]) !== '')
  const fill = () => onFill(Object.fromEntries(blank.map((part) => [part, nameOf(template[part])])))
  return (
    <div className={`${styles.wide} ${styles.buttons}`}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTemplate size={14} />}
        disabled={blank.length === 0}
        onClick={fill}
      >
        {t('actions.template')}
      </Button>
    </div>
  )
}

import { Code } from '@mantine/core'
import type { AuditRow } from '../../../shared/audit/contract.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { preciseText } from '../../ui/formats.ts'
import { actorText, callText } from '../call-names.ts'
import { FieldTable } from './FieldTable.tsx'

/** One entry of the log, whole. */
export function EntryPanel({ row, onClose }: { row: AuditRow; onClose: () => void }) {
  const t = useT('audit')
  const language = useLanguage()
  const title = t('detail', { seq: row.seq })
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={callText(row.call, language)}>
        <Facts
          facts={[
            { label: t('columns.at'), value: preciseText(row.at) },
            { label: t('columns.actor'), value: actorText(t, row) },
            { label: t('columns.outcome'), value: t(`outcome.${row.outcome}`) },
            { label: t('columns.member'), value: row.memberCard ?? '–' },
            { label: t('columns.case'), value: row.caseNumber ?? '–' },
          ]}
        />
      </Section>
      <Section title={t('body')}>
        <FieldTable body={row.body} />
        <details>
          <summary>{t('raw')}</summary>
          <Code block tabIndex={0}>
            {JSON.stringify(JSON.parse(row.body), null, 2)}
          </Code>
        </details>
      </Section>
      <Section title={t('hash')}>
        <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {row.hash}
        </Code>
      </Section>
    </DetailPanel>
  )
}

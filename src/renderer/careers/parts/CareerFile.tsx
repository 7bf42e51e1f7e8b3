import type { CareerFile as File } from '../../../shared/careers/model.ts'
import { CRITERION_NAMES, POST_NAMES } from '../../../shared/careers/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dayText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { Abilities } from './Abilities.tsx'
import { Certificates } from './Certificates.tsx'
import { FactsForm } from './FactsForm.tsx'
import { Incentives } from './Incentives.tsx'
import { MoveForm, Moves } from './Moves.tsx'
import { Plan } from './Plan.tsx'

/** One person's career, for the person and for whoever leads: where one stands, what is next, and what helps. */
export function CareerFile({ userId }: { userId: UserId | null }) {
  const t = useT('careers')
  const nameOf = useName()
  const { data: file, failure } = useQuery(
    'careers.file',
    { userId },
    { topics: ['careers', 'exams', 'training'], clearOnChange: true },
  )
  if (failure) return <FailureAlert failure={failure} />
  if (!file) return null
  return (
    <section aria-label={t('file', { name: file.name })}>
      <Section title={t('post')}>
        <Facts
          columns={3}
          facts={[
            { label: t('post'), value: nameOf(POST_NAMES[file.post]) },
            { label: t('since'), value: dayText(file.postSince) },
            { label: t('next'), value: file.next === null ? t('top') : nameOf(POST_NAMES[file.next]) },
          ]}
        />
        {!file.isOwn && file.facts.wish !== null && (
          <p className={flow.text}>{t('incentives.wish', { wish: file.facts.wish })}</p>
        )}
      </Section>
      <Checks file={file} />
      <Section title={t('abilities')}>
        <Abilities file={file} />
      </Section>
      <Section title={t('plan')}>
        <Plan file={file} />
      </Section>
      <Section title={t('courses.own')}>
        {file.courses.length === 0 && <p className={flow.faint}>{t('courses.none')}</p>}
        <ul className={record.list}>
          {file.courses.map(({ trainingId, title, attended }) => (
            <li key={trainingId} className={flow.line}>
              <span>{title}</span>
              <StateBadge
                tone={attended ? 'good' : 'neutral'}
                label={t(attended ? 'courses.attended' : 'courses.open')}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('certificates.title')}>
        <Certificates file={file} />
      </Section>
      <Section title={t('incentives.title')}>
        <Incentives file={file} />
      </Section>
      <Section title={t('moves.title')}>
        <Moves moves={file.moves} />
        {file.mayLead && <MoveForm file={file} />}
      </Section>
      {file.isOwn && (
        <Section title={t('facts')}>
          <FactsForm key={file.userId} facts={file.facts} />
        </Section>
      )}
    </section>
  )
}

/** S3-91: what the next post asks for against what is stored. */
function Checks({ file }: { file: File }) {
  const t = useT('careers')
  const nameOf = useName()
  if (file.next === null || file.checks.length === 0) return null
  return (
    <Section title={t('checks', { post: nameOf(POST_NAMES[file.next]) })}>
      <ul className={record.list}>
        {file.checks.map(({ criterion, need, have, isMet }) => (
          <li key={criterion} className={flow.line}>
            <StateBadge tone={isMet ? 'good' : 'warn'} label={t(isMet ? 'met' : 'unmet')} />
            <span>{nameOf(CRITERION_NAMES[criterion])}</span>
            <span className={`${flow.push} ${flow.faint}`}>
              {t('need', { need })} · {have === null ? t('nothing') : t('have', { have })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

import type { ArticleDraft } from '../src/shared/knowledge/model.ts'
import type { App } from './app.ts'

/** A standard answer that lacks nothing. */
export function article(more: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    kind: 'answer',
    title: { zh: '宠物托运怎么办理（演示）', en: 'Travelling with a pet (demo)' },
    body: {
      zh: '{{title}}您好，宠物须提前48小时申请。[[记录编号{{number}}。]]',
      en: '{{title}}, please ask 48 hours ahead.[[ Our number is {{number}}.]]',
    },
    steps: [],
    keywords: '宠物 猫 狗 pet',
    category: 'baggage',
    channels: ['phone'],
    tier: 'any',
    company: '',
    validFrom: '2026-09-01',
    validUntil: null,
    changeNote: '',
    ...more,
  }
}

/** Written by the lead `zhao`, published by the manager: as it stands when colleagues find it. */
export async function published(app: App, more: Partial<ArticleDraft> = {}, code: string | null = null) {
  await app.as('lead', 'zhao')
  const draft = await app.call('knowledge.save', { code, article: article(more) })
  await app.call('knowledge.submit', { id: draft.id })
  await app.as('manager')
  return app.call('knowledge.review', { id: draft.id, isApproved: true, note: '' })
}

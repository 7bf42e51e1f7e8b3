import type { FullKey } from '../i18n/use-t.ts'
import type { PageId } from '../pages.ts'

/** A shortcut of the program whose keys a person may change; `useShortcut` makes it work where it is shown. */
export type ListedShortcut = {
  id: string
  keys: string
  label: FullKey
  group: FullKey
  /** The page that it belongs to: only whoever may open that page has it; null for all. */
  page: PageId | null
  /** True for what can be done as soon as the page is open: the palette offers it from everywhere. */
  isEntry?: true
}

const on = (page: PageId | null, group: FullKey, list: readonly [string, string, FullKey, 'entry'?][]) =>
  list.map(
    ([id, keys, label, entry]): ListedShortcut => ({
      ...{ id, keys, label, group, page },
      ...(entry === undefined ? {} : { isEntry: true }),
    }),
  )

/** THE list of shortcuts besides those of the pages themselves and those that belong to data, such as saved views. */
export const SHORTCUTS: readonly ListedShortcut[] = [
  ...on(null, 'ui:shell.desk', [
    ['shell.palette', 'mod+k', 'ui:shell.palette'],
    ['shell.keys', '?', 'ui:shell.keys'],
    ['shell.back', 'alt+arrowleft', 'ui:shell.goBack'],
    ['shell.lock', 'mod+l', 'ui:shell.lock'],
    ['personal.open', 'mod+,', 'personal:open'],
    ['notices.open', 'mod+shift+m', 'personal:openNotices'],
    ['queue.undo', 'alt+z', 'queue:undo.undo'],
  ]),
  ...on('calls', 'calls:title', [
    ['calls.start', 'f2', 'calls:bar.start'],
    ['calls.answer', 'f2', 'calls:actions.answer'],
    ['calls.take', 'f3', 'callDesk:actions.take'],
    ['calls.hold', 'f4', 'calls:actions.hold'],
    ['calls.consult', 'shift+f4', 'callDesk:actions.consult'],
    ['calls.record', 'f6', 'calls:actions.focusRecord'],
    ['calls.member', 'f7', 'calls:actions.openMember'],
    ['calls.end', 'f8', 'calls:actions.gaveUp'],
    ['calls.hangUp', 'f8', 'calls:actions.hangUp'],
    ['calls.decline', 'shift+f8', 'callDesk:actions.decline'],
    ['calls.transfer', 'shift+f8', 'callDesk:actions.transfer'],
    ['calls.case', 'f9', 'calls:actions.newCase'],
    ['calls.fold', 'alt+k', 'calls:actions.fold'],
    ['calls.callBack', 'alt+b', 'calls:actions.callBack'],
    ['calls.lookUp', 'alt+f', 'calls:page.lookUp', 'entry'],
  ]),
  ...on('cases', 'cases:title', [
    ['cases.new', 'c', 'cases:form.title'],
    ['cases.lookUp', 'alt+f', 'cases:queue.lookUp', 'entry'],
    ['cases.next', 'j', 'cases:queue.next'],
    ['cases.previous', 'k', 'cases:queue.previous'],
    ['cases.claim', 'alt+a', 'cases:claim.label'],
    ['cases.back', 'alt+q', 'cases:page.back'],
    ['cases.submit', 'mod+s', 'cases:form.submit'],
    ['cases.link', 'alt+l', 'cases:page.linkFirst'],
    ['cases.nextProposal', 'alt+shift+l', 'cases:page.nextProposal'],
  ]),
  ...on('cases', 'cases:page.act', [
    ['cases.act.note', 'alt+shift+1', 'cases:act.note'],
    ['cases.act.contact', 'alt+shift+2', 'cases:act.contact'],
    ['cases.act.followUp', 'alt+shift+3', 'cases:act.followUp'],
    ['cases.act.assign', 'alt+shift+4', 'cases:act.assign'],
    ['cases.act.assess', 'alt+shift+5', 'cases:act.assess'],
    ['cases.act.share', 'alt+shift+6', 'cases:act.share'],
    ['cases.act.split', 'alt+shift+7', 'cases:act.split'],
    ['cases.act.revisit', 'alt+shift+8', 'cases:act.revisit'],
  ]),
  ...on('cases', 'queue:bulk.open', [['queue.bulk', 'b', 'queue:bulk.open']]),
  ...on('cases', 'queue:group.by', [
    ['queue.nextGroup', ']', 'queue:group.next'],
    ['queue.previousGroup', '[', 'queue:group.previous'],
  ]),
  ...on('cases', 'queue:marks.header', [['queue.mentions', 'alt+m', 'queue:marks.mentionsTitle', 'entry']]),
  ...on('cases', 'queue:views.title', [
    ['queue.views', 'v', 'queue:views.title', 'entry'],
    ['queue.saveView', 'alt+v', 'queue:views.save'],
  ]),
  ...on('members', 'members:title', [
    ['members.find', '/', 'members:list.search'],
    ['members.search', '/', 'members:list.search', 'entry'],
    ['members.new', 'alt+n', 'members:list.create', 'entry'],
    ['members.edit', 'alt+e', 'members:file.edit'],
    ['members.call', 'alt+c', 'members:file.call'],
    ['members.case', 'alt+g', 'members:file.newCase'],
    ['members.verify', 'alt+r', 'members:file.verify'],
  ]),
  ...on('todos', 'todos:title', [
    ['todos.add', 'alt+n', 'todos:add', 'entry'],
    ['todos.done', 'alt+d', 'todos:done'],
    ['todos.edit', 'alt+e', 'todos:edit'],
  ]),
  ...on('knowledge', 'knowledge:title', [
    ['knowledge.help', 'f1', 'knowledge:help'],
    ['knowledge.cards', 'alt+j', 'knowledge:emergency.title'],
    ['knowledge.search', 'alt+s', 'knowledge:quick.title'],
    ['knowledge.find', '/', 'knowledge:search', 'entry'],
    ['knowledge.write', 'alt+n', 'knowledge:write', 'entry'],
  ]),
  ...on('cases', 'macros:title', [['macros.open', 'm', 'macros:open']]),
  ...on('floor', 'floor:title', [
    ['floor.all', 'alt+l', 'floor:move.all'],
    ['floor.move', 'alt+m', 'floor:move.button'],
    ['floor.take', 'alt+o', 'floor:move.take'],
  ]),
  ...on('posts', 'posts:title', [
    ['posts.record', 'alt+n', 'posts:record', 'entry'],
    ['posts.convert', 'alt+t', 'posts:convert'],
  ]),
  ...on('trips', 'trips:title', [
    ['trips.open', 'alt+n', 'trips:open', 'entry'],
    ['trips.back', 'alt+q', 'trips:back'],
  ]),
  ...on('audit', 'audit:views.title', [['audit.views', 'v', 'audit:views.title', 'entry']]),
  ...on('exports', 'exports:title', [['exports.new', 'alt+n', 'exports:exportHistory', 'entry']]),
  ...on('imports', 'imports:title', [['imports.start', 'alt+n', 'imports:starts.members', 'entry']]),
  ...on('policies', 'policies:title', [['policies.save', 'mod+s', 'policies:editor.save']]),
  ...on('settings', 'settings:title', [['settings.save', 'mod+s', 'ui:actions.save']]),
  ...on('users', 'users:title', [['users.add', 'alt+n', 'users:add', 'entry']]),
]

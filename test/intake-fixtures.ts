import fs from 'node:fs'
import path from 'node:path'
import type { Mapping } from '../src/shared/imports/model.ts'
import type { App } from './app.ts'

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A CSV table in the test's folder; gives its path. */
export function writeTable(app: Pick<App, 'folder'>, name: string, rows: readonly (readonly string[])[]): string {
  const file = path.join(app.folder, name)
  fs.writeFileSync(file, rows.map((row) => row.map(cell).join(',')).join('\r\n'))
  return file
}

/** An incident log of another system as its map says it. */
export const INCIDENTS: Mapping = {
  columns: {
    id: 'number',
    system: { constant: 'servicedesk' },
    kind: { constant: 'complaint' },
    channel: {
      column: 'contact_type',
      values: { Phone: 'phone', 'Self service': 'website', Email: 'email', IVR: 'phone', 'Direct opening': 'counter' },
    },
    receivedAt: { column: 'opened_at', format: 'D/M/YYYY HH:mm' },
    eventAt: { column: 'sys_updated_at', format: 'D/M/YYYY HH:mm' },
    state: {
      column: 'ident_state',
      values: {
        New: 'registered',
        Active: 'investigating',
        'Awaiting User Info': 'waitingCustomer',
        'Awaiting Vendor': 'waitingPartner',
        'Awaiting Problem': 'waitingPartner',
        'Awaiting Evidence': 'waitingPartner',
        Resolved: 'replied',
        Closed: 'closed',
      },
    },
    reassignments: 'reassignment_count',
    reopens: 'reopen_count',
    metLimit: 'made_sla',
    team: { column: 'assignment_group', values: { '?': '' } },
    handler: { column: 'assigned_to', values: { '?': '' } },
    title: { template: 'Incident {number}' },
  },
}

/** Complaints from the website and the app, a row for each, with the customer's own sending time. */
export const ONLINE: Mapping = {
  columns: {
    id: '编号',
    system: { constant: '官网' },
    channel: '渠道',
    receivedAt: '提交时间',
    content: '内容',
    demand: '诉求',
    mood: '情绪',
    contactName: '姓名',
    contactPhone: '电话',
    card: '卡号',
    link: '链接',
    flightNo: '航班',
  },
}
export const ONLINE_HEAD = ['编号', '渠道', '提交时间', '内容', '诉求', '情绪', '姓名', '电话', '卡号', '链接', '航班']

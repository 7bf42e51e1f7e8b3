export type Allowed = { id: string; package: string; reason: string; until: string }
export type Advisory = { name: string; severity: string; title: string; url: string }
export type Judged =
  | { kind: 'left-out'; why: string }
  | { kind: 'judged'; open: Advisory[]; allowed: number; stale: Allowed[] }
export const ALLOWED: readonly Allowed[]
export function judgeAudit(text: string, allowed: readonly Allowed[], today: string): Judged

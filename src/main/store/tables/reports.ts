// Reports as they were handed out.

export type IssuedReportTable = {
  id: string
  number: string
  kind: 'day' | 'week' | 'month' | 'quarter' | 'year'
  period: string
  version: number
  issuedAt: number
  issuedBy: string
  note: string
  sha256: string
  body: string
}

export type ReportsTables = {
  issuedReports: IssuedReportTable
}

export const issuesEn = {}

export type IssuesMessages = typeof issuesEn

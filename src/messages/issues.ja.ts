import type { IssuesMessages } from './issues.en'

export const issuesJa: IssuesMessages = {}

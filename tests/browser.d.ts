export const flags: string[]
export function findBrowser(environment?: Record<string, string | undefined>): string | undefined
export function needBrowser(): string

export const commandsEn = {}

export type CommandsMessages = typeof commandsEn

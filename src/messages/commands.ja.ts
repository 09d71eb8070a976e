import type { CommandsMessages } from './commands.en'

export const commandsJa: CommandsMessages = {}

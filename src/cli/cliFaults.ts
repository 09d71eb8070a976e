/** Wrong usage of a command: the program exits with 2, after this sentence and a pointer to the command's help. */
export class UsageFault extends Error {}

/** Something that was named cannot be read, found or written: the program exits with 1, after this sentence. */
export class InputFault extends Error {}

import type { InputFile } from '../io/inputFile'

/** Lines of nodes ("id label") and the line "#" behind them, after which nothing or a line of an edge ("id id label") follows. */
const pattern = /^\ufeff?\s*(?:[^\s#,;|{}[\]<>"][^\n]*\n\s*)+#[ \t]*(?:\r?\n\s*(?:$|[^\s#]+[ \t]+\S)|$)/

/** Whether a file is in the Trivial Graph Format. If its nodes are longer than the head, the extension decides. */
export const isTgf = ({ name, bytes, head }: InputFile): boolean =>
  pattern.test(head) || (/\.tgf$/i.test(name) && bytes.length > head.length && /^\ufeff?\s*\S+[ \t]/.test(head))

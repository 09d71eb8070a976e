import type { InputFile } from '../io/inputFile'

/** Whether a file is a graph of Arrows (arrows.app): a node with a caption and a position, or the ends of a relationship. */
export const isArrows = ({ head }: InputFile): boolean =>
  /^\ufeff?\s*\{/.test(head) &&
  /"nodes"\s*:\s*\[/.test(head) &&
  ((/"caption"\s*:\s*"/.test(head) && /"position"\s*:\s*\{/.test(head) && /"labels"\s*:\s*\[/.test(head)) ||
    (/"fromId"\s*:/.test(head) && /"toId"\s*:/.test(head)))

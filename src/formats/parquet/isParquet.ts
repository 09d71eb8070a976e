import type { InputFile } from '../io/inputFile'

/** Whether a file begins as Parquet does (parquet.apache.org, File Format). */
export const isParquet = ({ bytes }: InputFile): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x41 && bytes[2] === 0x52 && bytes[3] === 0x31

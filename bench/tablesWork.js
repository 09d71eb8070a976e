// Everything of ours that the bench of tables and JSON needs, so that it is one program with one memory.
export { csvTables } from '../src/formats/csv/write'
export { formats } from '../src/formats/formats'
export { readFiles } from '../src/formats/readFiles'

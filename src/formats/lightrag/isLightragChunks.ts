import type { InputFile } from '../io/inputFile'

/** Whether a file has the text chunks of LightRAG (kv_store_text_chunks.json), by their ids. */
export const isLightragChunks = ({ head }: InputFile): boolean =>
  /^\ufeff?\s*\{\s*"chunk-[^"]*"\s*:\s*\{/.test(head) && /"(full_doc_id|chunk_order_index)"\s*:/.test(head)

import { isArrows } from './arrows/isArrows'
import { isCanvas } from './canvas/isCanvas'
import { isCx } from './cx/isCx'
import { isEdgeList } from './edgelist/isEdgeList'
import type { Format } from './format'
import { isLightragChunks } from './lightrag/isLightragChunks'
import { isNeo4j } from './neo4j/isNeo4j'
import { isParquet } from './parquet/isParquet'
import { isSif } from './sif/isSif'
import { isStix } from './stix/isStix'
import { isTgf } from './tgf/isTgf'

/** Formats in JSON that are opened and not exported, each known by keys that only it has. */
export const readOnlyJsonFormats: readonly Format[] = [
  {
    id: 'stix',
    label: 'STIX 2.1',
    extension: 'stix',
    mime: 'application/stix+json',
    recognises: isStix,
    loadReader: async () => ({ collect: (await import('./stix/read')).collectStix }),
  },
  {
    id: 'canvas',
    label: 'JSON Canvas',
    extension: 'canvas',
    mime: 'application/json',
    recognises: isCanvas,
    loadReader: async () => ({ collect: (await import('./canvas/read')).collectCanvas }),
  },
  {
    id: 'cx',
    label: 'CX2',
    extension: 'cx2',
    mime: 'application/json',
    recognises: isCx,
    loadReader: async () => ({ collect: (await import('./cx/read')).collectCx }),
  },
  {
    id: 'arrows',
    label: 'Arrows',
    extension: 'arrows.json',
    mime: 'application/json',
    recognises: isArrows,
    loadReader: async () => ({ collect: (await import('./arrows/read')).collectArrows }),
  },
  {
    id: 'neo4j',
    label: 'Neo4j JSON',
    extension: 'jsonl',
    mime: 'application/x-ndjson',
    recognises: isNeo4j,
    loadReader: async () => ({ collect: (await import('./neo4j/read')).collectNeo4j }),
  },
]

/** Tables of GraphRAG, and the chunks of text beside the GraphML of LightRAG. */
export const readOnlyRagFormats: readonly Format[] = [
  {
    id: 'parquet',
    label: 'Parquet',
    extension: 'parquet',
    mime: 'application/vnd.apache.parquet',
    recognises: isParquet,
    loadReader: async () => ({
      collect: (await import('./parquet/read')).collectParquet,
      addEvidence: (await import('./parquet/addGraphragEvidence')).addGraphragEvidence,
    }),
  },
  {
    id: 'lightrag',
    label: 'LightRAG chunks',
    extension: 'chunks.json',
    mime: 'application/json',
    recognises: isLightragChunks,
    loadReader: async () => {
      const { addChunkEvidence, collectLightragChunks } = await import('./lightrag/addChunkEvidence')
      return { collect: collectLightragChunks, addEvidence: addChunkEvidence }
    },
  },
]

/** Formats of lines that are opened and not exported. What is known by less comes later. */
export const readOnlyLineFormats: readonly Format[] = [
  {
    id: 'tgf',
    label: 'Trivial Graph Format',
    extension: 'tgf',
    mime: 'text/plain',
    recognises: isTgf,
    loadReader: async () => ({ collect: (await import('./tgf/read')).collectTgf }),
  },
  {
    id: 'gdf',
    label: 'GDF',
    extension: 'gdf',
    mime: 'text/plain',
    recognises: ({ head }) => /^\ufeff?\s*(#[^\n]*\n\s*)*(node|edge)def\s*>/i.test(head),
    loadReader: async () => ({ collect: (await import('./gdf/read')).collectGdf }),
  },
  {
    id: 'matrixMarket',
    label: 'Matrix Market',
    extension: 'mtx',
    mime: 'text/plain',
    recognises: ({ head }) => /^\ufeff?%%MatrixMarket\s+matrix\s+(coordinate|array)\b/i.test(head),
    loadReader: async () => ({ collect: (await import('./matrixmarket/read')).collectMatrixMarket }),
  },
  {
    id: 'sif',
    label: 'Cytoscape SIF',
    extension: 'sif',
    mime: 'text/plain',
    recognises: isSif,
    loadReader: async () => ({ collect: (await import('./sif/read')).collectSif }),
  },
  {
    id: 'edgeList',
    label: 'Edge list',
    extension: 'edgelist',
    mime: 'text/plain',
    recognises: isEdgeList,
    loadReader: async () => ({ collect: (await import('./edgelist/read')).collectEdgeList }),
  },
]

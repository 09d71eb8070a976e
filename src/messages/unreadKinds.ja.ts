import type { UnreadKind } from './unreadKinds.en'

export const unreadKindsJa: Readonly<Record<UnreadKind, readonly [kind: string, remedy: string]>> = {
  html: [
    'Webページ（ログイン画面の可能性があります）',
    'ブラウザーでアドレスを開き、リンク先のファイルそのものを保存してください。',
  ],
  svg: ['画像（SVG）', '画像ではなくグラフを、GEXF、GraphML、CSVのいずれかで書き出してください。'],
  image: ['画像', '画像ではなくグラフを、GEXF、GraphML、CSVのいずれかで書き出してください。'],
  document: ['文書またはプレゼンテーション', '表を表計算ソフトに貼り付け、CSVで保存してください。'],
  oldOffice: [
    '旧形式の表計算・文書ファイル、または相関図のファイル',
    '表は.xlsxかCSVで保存し、相関図は項目とリンクをCSVで書き出してください。',
  ],
  sqlite: ['SQLiteのデータベース', '表をCSVで書き出し、まとめて開いてください。'],
  access: ['Accessのデータベース', '表をCSVで書き出し、まとめて開いてください。'],
  hdf5: ['HDF5のファイル', '作成したプログラムでグラフをGraphMLとして書き出してください。'],
  arrow: ['Arrowのファイル', '表をParquetかCSVで書き出してください。'],
  pickle: ['プログラムを含みうるpickleのファイル', '`networkx.write_graphml`などでグラフを書き出してください。'],
  neo4jDump: [
    'Neo4jデータベースのダンプ',
    'Neo4jに読み込み、`apoc.export.json.all`か`apoc.export.graphml.all`で書き出してください。',
  ],
  gephiProject: ['Gephiのプロジェクト', 'Gephiの書き出しメニューでグラフをGEXFとして保存してください。'],
  gephiLite: ['Gephi Liteのワークスペース', 'Gephi LiteでグラフをGEXFとして書き出してください。'],
  cytoscapeSession: [
    'Cytoscapeのセッション',
    'Cytoscapeの書き出しメニューでネットワークをCX2かGraphMLとして保存してください。',
  ],
  xgmml: ['XGMML', 'CytoscapeでネットワークをCX2、Cytoscape.jsのJSON、GraphMLのいずれかで書き出してください。'],
  gxl: ['「GXL」のファイル', 'GraphMLかDOTに変換してください（Graphvizの`gxl2gv`など）。'],
  ucinetDl: ['UCINETのDLファイル', 'UCINETからPajekの形式で書き出すか、行列をCSVで保存してください。'],
  netdrawVna: ['NetDrawのVNAファイル', 'NetDrawからPajekの形式で保存してください。'],
  tulip: ['Tulipのグラフ', 'TulipからGMLかGEXFで書き出してください。'],
  dimacs: ['DIMACSのグラフ', 'cとpの行と、各行の先頭の文字を削除すると、エッジリストとして開けます。'],
  graph6: [
    'graph6またはsparse6のグラフ',
    '`networkx.read_graph6`で読み込み、`networkx.write_graphml`で書き出してください。',
  ],
  leda: ['LEDAのグラフ', 'GMLに変換してください。'],
  graphson: ['GraphSON', 'GraphMLとして書き出してください（例：`graph.io(graphml()).writeGraph(…)`）。'],
  rar: ['「RAR」の書庫', '展開してから中のファイルを開いてください。'],
  sevenZip: ['「7z」の書庫', '展開してから中のファイルを開いてください。'],
  zstandard: ['「Zstandard」で圧縮されたファイル', '展開してから中のファイルを開いてください。'],
  bzip2: ['「bzip2」で圧縮されたファイル', '展開してから中のファイルを開いてください。'],
  xz: ['「xz」で圧縮されたファイル', '展開してから中のファイルを開いてください。'],
}

import type { FormatsMessages } from './formats.en'
import { japanese } from './japaneseFormatter'

export const formatsJa: FormatsMessages = {
  descriptions: {
    json: 'すべての根拠を含む完全なデータ。Kizunaで元のまま開けます。',
    gexf: 'Gephi・Gephi Lite用。位置、色、型付きの列を保持し、根拠は各エッジのテキストになります。',
    gexf12: 'バージョン1.3を読めないプログラム（3.6より前のnetworkxなど）用のGEXF。',
    graphml: 'yEd・Cytoscape・networkx・igraph用。型付きの列を保持し、根拠は各エッジのテキストになります。',
    ftm: 'Aleph・OpenSanctions用のエンティティ（1行に1件）。関係は期間付きのリンク、文書は証拠になります。',
    jsonld: 'JSON形式のリンクトデータ。すべての記述と出典を含むトリプル。',
    graphology: 'graphology・sigma.js用。属性はそのまま、根拠は各エッジのテキストになります。',
    cyjs: 'Cytoscape・Cytoscape.js用。要素のデータと位置を保持し、根拠は各エッジのテキストになります。',
    networkx: 'networkx用の有向多重グラフ（node-link形式）。根拠は各エッジのテキストになります。',
    d3: 'D3のWebページ用のノードとリンク。根拠は各リンクのテキストになります。vis-networkのファイルも開けます。',
    turtle: 'SPARQL対応のグラフデータベース用。すべての記述と出典を含むトリプル。',
    ntriples: 'Turtleと同じトリプルを1行に1件で記録。一括読み込み用。',
    gml: 'igraph・networkx・yEd用。位置と列を保持し、根拠は各エッジのテキストになります。',
    pajek: 'Pajek・VOSviewer用。ラベル、位置、重み、関係の名前を保持します。',
    dot: 'Graphviz用。ラベルと位置を保持し、列は属性になります。',
    mermaid: 'Markdownページの図。エッジ数百本までが目安。書き出し専用。',
    cypher: 'ノードとエッジをIDで統合するNeo4j・Memgraph用スクリプト。書き出し専用。',
    tgf: 'ID、ラベル、エッジを1行ずつ並べたテキスト（yEdなど）。読み込み専用。',
    gdf: 'ノードとエッジの型付きの表を1つにまとめたテキスト（GUESS・Gephi・Netvizz）。読み込み専用。',
    matrixMarket: '行列の要素を重み付きのエッジとして記録。読み込み専用。',
    sif: 'ノード、相互作用、相手のノードを1行ずつ並べたテキスト（Cytoscape）。読み込み専用。',
    edgeList: '2つのノードを空白で区切り、1行ずつ並べたテキスト（重みも可）。読み込み専用。',
    canvas: '位置付きのカードと矢印（Obsidian）。読み込み専用。',
    stix: 'サイバー脅威情報（オブジェクト、目撃情報、それらの関係）。読み込み専用。',
    neo4j: 'Neo4jのノードと関係（APOCのファイル、Neo4j BrowserやAPIの結果）。読み込み専用。',
    arrows: 'Arrowsで描いたグラフ（キャプション、ラベル、プロパティ、位置）。読み込み専用。',
    parquet:
      'GraphRAGの表。まとめて開くと、テキスト単位が文書を出典とする記述になります。ほかのノードやエッジの表も開けます。読み込み専用。',
    lightrag: 'LightRAGのテキスト断片。GraphMLと一緒に開くと、それぞれが文書を出典とする記述になります。読み込み専用。',
    cx: 'CytoscapeとNDExのネットワーク（CXのバージョン1も可）。読み込み専用。',
    csv: '表計算ソフト用。ノード、エッジ、数値、記述、出典のZIPファイルで、Kizunaで再び開けます。',
  },

  losses: {
    ids: 'ノードのID',
    order: 'ノードとエッジの順序',
    specialCharacters: '名前の中の引用符、バックスラッシュ、制御文字',
    evidence: '記述、出典、数値、見解の相違',
    types: 'ノードの種類',
    names: '日本語名、別名、概要、座標',
    positions: '位置',
    nodeColumns: 'ノードの列',
    edgeColumns: 'エッジの列',
    lists: 'リスト（テキストになります）',
    kinds: '数値とテキストの区別',
    edgeIds: 'エッジのID',
    mutual: '双方向のエッジ（無向のエッジになります）',
    edgeOrder: 'エッジの順序（有向のエッジが先になります）',
    parallelEdges: '同じ関係の多重エッジ',
    title: 'タイトル',
  },

  bibliographyLabels: { csl: 'CSL-JSON', bibtex: 'BibTeX', ris: 'RIS', references: '参考文献一覧' },
  bibliographies: {
    csl: 'Zotero・Pandocなどの文献管理ソフト用の出典データ。',
    bibtex: 'LaTeX用の出典データ。日付とURLを記録できるBibLaTeXのフィールドを使います。',
    ris: 'EndNote・Mendeley・図書館システム用の出典データ。',
    references: '出典を1行に1件並べたテキスト。作成条件の説明付き。',
  },

  contentIsNot: ({ extension, format }) =>
    `対応していない形式です（拡張子.${extension}は${format}ですが、内容が一致しません）`,
  fixLine: '該当の行を修正するか、ファイルをもう一度書き出してください。',
  nestedTooDeep: ({ depth }) => `入れ子が${japanese.integer(depth)}段を超えています`,
  expectedSign: ({ sign }) => `「${sign}」が必要です`,

  xmlNotWellFormed: ({ detail }) => `XMLの構文が正しくありません（${detail}）`,
  xmlEndsTooEarly: '閉じられていない要素があります',
  xmlUnmatchedTag: ({ tag }) => `終了タグ</${tag}>に対応する開始タグがありません`,
  xmlDeclaresEntities: 'DOCTYPEに実体宣言が含まれています（大量のテキストに展開されるおそれがあります）',
  xmlRemoveDoctype: 'DOCTYPEを削除するか、ファイルをもう一度書き出してください。',
  xmlMissingAttribute: ({ element, attribute }) => `<${element}>に属性「${attribute}」がありません`,
  xmlAddAttribute: ({ attribute }) => `属性「${attribute}」を追加してください。`,
  xmlTooManyColumns: ({ max }) => `列の数が${japanese.integer(max)}を超えています`,
  xmlUseFewerAttributes: 'ノードとエッジの属性を減らしてください。',
  xmlNoGraph: ({ root }) => `<graph>を含む<${root}>要素がありません`,
  chooseFileOf: ({ format }) => `${format}ファイルを選んでください。`,
  thirdDimension: ({ node }) => `「${node}」のz座標`,
  thirdDimensionDropped: '位置は平面で扱うため、z座標は読み込まれませんでした。',
  port: ({ port, node }) => `「${node}」のポート「${port}」`,
  locator: '別ファイルの内容',
  locatorOf: ({ node }) => `別ファイルにある「${node}」の内容`,
  portsLeftOut: 'ポートと別ファイルへの参照には対応していません。ポートにつながるエッジは、そのノードにつながります。',
  hyperedges: ({ count }) => `ハイパーエッジ${japanese.integer(count)}件を、各端点とつながるノードに変換しました。`,

  gmlNoGraph: '「graph [ … ]」がありません',
  gmlListNotClosed: '閉じられていないリストがあります',
  gmlKeyExpected: 'キーが必要です',
  gmlValueExpected: '数値、引用符で囲んだテキスト、またはリストが必要です',
  gmlNodeWithoutId: 'IDのないノードがあります',
  gmlEdgeWithoutEnd: ({ key }) => `${key}のないエッジがあります`,
  gmlAddKey: ({ key }) => `キー「${key}」を追加してください。`,

  gmlBareWords: ({ count, example }) =>
    `引用符のない値${japanese.integer(count)}件をテキストとして読み込みました（例：${japanese.quote(example)}）。`,
  directionFromColumn: ({ column }) => `エッジの向き（有向、無向、双方向）は列「${column}」によります。`,
  coordinatesFromColumns: ({ latitude, longitude }) =>
    `列${japanese.quote(latitude)}と${japanese.quote(longitude)}を座標として使用しました。`,
  samePlaces: ({ nodes, x, y }) =>
    `位置を持つ${nodes}個のノードがすべて同じ位置（${x}, ${y}）にあるため、レイアウトを計算します。`,
  farPlaces: ({ x, y, columnX, columnY }) =>
    `位置が原点から遠いため、中心（${x}, ${y}）からの相対位置で描画します。` +
    `ファイルの値は列${japanese.quote(columnX)}と${japanese.quote(columnY)}にあります。`,

  pajekNoVertices: '*Verticesセクションがありません',
  pajekVertexCount: ({ max }) => `*Verticesには頂点の数（${japanese.integer(max)}以下）が必要です`,
  pajekInvalidNumber: ({ text }) => `頂点番号「${text}」が正しくありません`,
  pajekUnknownVertex: ({ text }) => `頂点「${text}」が見つかりません`,
  pajekTwoVertices: '辺には2つの頂点番号が必要です',
  pajekSectionsLeftOut:
    '最初のネットワークと、頂点の数が同じ分割・ベクトルだけを読み込み、それ以外は読み込みませんでした。',

  tgfTwoNodes: 'エッジには2つのノードIDが必要です',

  sifWithoutTarget: '相手のない相互作用はエッジにならないため、ノードだけを読み込みました。',
  gdfColumnMissing: ({ column }) => `列「${column}」が宣言されていません`,
  edgeListDirected:
    'エッジに向きがあるかどうかの記載がないため、1番目のノードから2番目のノードへ向かうものとしました。',
  matrixSizes: ({ max }) => `行、列、要素の数が必要です（行は${japanese.integer(max)}以下）`,
  matrixPlace: ({ row, column }) => `「${row}」行「${column}」列は行列の範囲外です`,
  matrixTooManyEntries: ({ count }) => `要素が宣言された${japanese.integer(count)}件より多くあります`,
  stixLeftOut: 'マーキング、翻訳、拡張の定義、オブジェクトの古い版、不完全なオブジェクトは読み込まれませんでした。',

  dotStart: 'DOTファイルは「graph」または「digraph」で始まる必要があります',
  dotBraceNotClosed: '閉じられていない波括弧があります',
  dotNodeExpected: 'ノード名が必要です',
  dotPortExpected: 'ポート名が必要です',
  dotAttributeExpected: '属性名または「]」が必要です',
  dotValueExpected: ({ name }) => `「${name}」の値が必要です`,
  dotHtmlNotClosed: '閉じられていないHTMLラベルがあります',

  turtleInvalid: ({ detail }) => `Turtleの構文が正しくありません（${detail}）`,
  turtleUnexpected: ({ text }) => `予期しない「${text}」があります`,
  turtleUndefinedPrefix: ({ prefix }) => `接頭辞「${prefix}」が宣言されていません`,
  jsonLdInvalid: ({ detail }) => `JSON-LDが正しくありません（${detail}）`,
  jsonLdRemoteContext: ({ address }) =>
    `コンテキスト${address}のダウンロードが必要ですが、Kizunaはファイルを開くときにサーバーへ接続しません`,
  jsonLdInlineContext: 'コンテキストをファイルに含めるか、先に文書を展開してください。',
  rdfEvidence: ({ count }) => `記述と出典${japanese.integer(count)}件`,
  rdfGraphOfValue: '名前付きグラフにある値と型は読み込まれますが、どのグラフにあったかは残りません。',
  rdfEvidenceLeftOut: 'Kizunaの記述と出典を読み込めるのは、Kizuna JSONとCSVだけです。エッジの列はそのまま残ります。',

  jsonRecordsLeftOut: 'ノードでもエッジでもない項目は読み込まれませんでした。',
  firstOfSeveralTypes: ({ count, column }) =>
    `${japanese.integer(count)}個のノードに複数のラベルがあります。最初のラベルを種類とし、すべてのラベルは列${japanese.quote(column)}にあります。`,

  parquetUnreadable: ({ detail }) => `Parquetファイルを読み込めません（${detail}）。`,
  parquetWriteAgain: '「Snappy」で圧縮するか、圧縮せずに書き出し直してください。',
  parquetLeftOut: '埋め込みベクトルと、コミュニティやレポートの表は読み込まれませんでした。',

  ftmInvalidLine: 'この行は完全なJSONオブジェクトではありません',
  ftmWholeEntities: '各行に1件の完全なエンティティが必要です。ファイルをもう一度書き出してください。',
  ftmNotEntity: 'この行はid、schema、propertiesを持つエンティティではありません',
  ftmExportAgain: 'エンティティをもう一度書き出してください。',
}

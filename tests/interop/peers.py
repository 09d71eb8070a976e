"""Independent readers and writers: networkx, igraph, rdflib and Graphviz.

Reads a JSON list of tasks from standard input and answers each with counts, labels or a fault:
  {"do": "read", "by": reader, "file": path}   -> {"nodes": n, "edges": m, "labels": [...], "directed": networkx and igraph}
  {"do": "write", "by": writer, "file": path}  -> {"nodes": n, "edges": m, "labels": [...]} of the graph that it wrote
"""
import json
import re
import subprocess
import sys
import warnings

warnings.filterwarnings("ignore")


def of_networkx(graph):
    labels = [str(data.get("label", data.get("name", node))) for node, data in graph.nodes(data=True)]
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges(), "labels": sorted(labels),
            "directed": graph.is_directed()}


def of_igraph(graph):
    names = graph.vs.attributes()
    key = next((each for each in ("label", "name", "id") if each in names), None)
    labels = [str(vertex[key]) for vertex in graph.vs] if key else []
    return {"nodes": graph.vcount(), "edges": graph.ecount(), "labels": sorted(labels), "directed": graph.is_directed()}


def of_graphviz(path):
    """Counts by Graphviz itself: gc fails if the file is not valid DOT."""
    out = subprocess.run(["gc", "-n", "-e", path], capture_output=True, text=True, check=True).stdout.split()
    labels = subprocess.run(
        ["gvpr", 'N { print (hasAttr($, "label") && $.label != "" && $.label != "\\\\N" ? $.label : $.name) }', path],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()
    return {"nodes": int(out[0]), "edges": int(out[1]), "labels": sorted(labels)}


def of_rdflib(path, form):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(path, format=form)
    answer = lambda query: [row for row in graph.query(query)]
    kinds = "?s a ?t . FILTER(STRSTARTS(STR(?t), 'urn:kizuna:type:'))"
    labels = [str(row[0]) for row in answer(
        "SELECT ?l WHERE { %s ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l }" % kinds)]
    edges = answer(
        "SELECT ?e WHERE { ?e a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> . "
        "FILTER(STRSTARTS(STR(?e), 'urn:kizuna:edge:')) }")
    return {"nodes": len(answer("SELECT ?s WHERE { %s }" % kinds)), "edges": len(edges), "labels": sorted(labels)}


def read(by, path):
    import networkx as nx

    if by == "networkx gexf":
        return of_networkx(nx.read_gexf(path))
    if by == "networkx graphml":
        return of_networkx(nx.read_graphml(path, force_multigraph=True))
    if by == "networkx gml":
        with open(path, encoding="ascii") as file:
            text = file.read()
        return of_networkx(nx.parse_gml(re.sub(r"directed (\d)", r"directed \1\n  multigraph 1", text, count=1), label="id"))
    if by == "networkx pajek":
        return of_networkx(nx.read_pajek(path))
    if by == "networkx node-link":
        with open(path, encoding="utf8") as file:
            data = json.load(file)
        links = "links" if "links" in data else "edges"
        return of_networkx(nx.node_link_graph(data, link=links) if "link" in nx.node_link_graph.__code__.co_varnames
                           else nx.node_link_graph(data, attrs={"link": links, "source": "source", "target": "target",
                                                               "name": "id", "key": "key"}))
    if by == "networkx cytoscape":
        with open(path, encoding="utf8") as file:
            data = json.load(file)
        # networkx requires fields that only it writes; files by Cytoscape do not have them.
        data.update(directed=True, multigraph=True)
        for edge in data["elements"]["edges"]:
            edge["data"].setdefault("key", edge["data"]["id"])
        for node in data["elements"]["nodes"]:
            node["data"].setdefault("value", node["data"]["id"])
        return of_networkx(nx.cytoscape_graph(data, name="label", ident="id"))
    if by == "graphviz":
        return of_graphviz(path)
    if by.startswith("rdflib "):
        return of_rdflib(path, by.split(" ")[1])
    if by.startswith("igraph "):
        import igraph

        return of_igraph(igraph.Graph.Read(path, format=by.split(" ")[1]))
    raise ValueError("unknown program " + by)


def sample_networkx():
    import networkx as nx

    graph = nx.MultiDiGraph(name="Sample")
    for index, (label, kind) in enumerate([("Müller & Söhne", "firm"), ("赤澤 <b>", "person"), ('say "hi"', "person"),
                                           ("plain", "firm"), ("alone", "place")]):
        graph.add_node("n%d" % index, label=label, kind=kind, score=index / 4)
    for source, target, relation in [(0, 1, "owns"), (1, 2, "knows"), (1, 2, "owns"), (2, 0, "knows"), (3, 3, "owns")]:
        graph.add_edge("n%d" % source, "n%d" % target, relation=relation, weight=1.5)
    return graph


def write(by, path):
    import networkx as nx

    graph = sample_networkx()
    if by == "networkx gexf":
        nx.write_gexf(graph, path)
    elif by == "networkx graphml":
        nx.write_graphml(graph, path)
    elif by == "networkx gml":
        nx.write_gml(nx.relabel_nodes(graph, {node: data["label"] for node, data in graph.nodes(data=True)}), path)
    elif by == "networkx pajek":
        plain = nx.relabel_nodes(graph, {node: data["label"].replace('"', "'") for node, data in graph.nodes(data=True)})
        bare = nx.MultiDiGraph()
        bare.add_nodes_from(plain.nodes)
        bare.add_edges_from((a, b, {"weight": 1.5}) for a, b in plain.edges())
        nx.write_pajek(bare, path)
        return of_networkx(bare)
    elif by == "networkx node-link":
        with open(path, "w", encoding="utf8") as file:
            json.dump(nx.node_link_data(graph), file)
    elif by == "networkx cytoscape":
        with open(path, "w", encoding="utf8") as file:
            data = nx.cytoscape_data(graph)
            for node in data["elements"]["nodes"]:
                node["data"]["name"] = node["data"]["label"]
            json.dump(data, file)
    elif by == "graphviz":
        lines = ['  %s [label="%s"];' % (node, data["label"].replace('"', '\\"')) for node, data in graph.nodes(data=True)]
        lines += ["  %s -> %s [label=%s];" % (a, b, data["relation"]) for a, b, data in graph.edges(data=True)]
        text = "digraph Sample {\n" + "\n".join(lines) + "\n}\n"
        # Graphviz computes positions and writes the graph in its own style.
        out = subprocess.run(["dot", "-Tdot"], input=text, capture_output=True, text=True, check=True).stdout
        with open(path, "w", encoding="utf8") as file:
            file.write(out)
    elif by.startswith("rdflib "):
        import rdflib

        triples = rdflib.Graph()
        space, words = rdflib.Namespace("https://example.org/"), rdflib.Namespace("https://example.org/v#")
        for node, data in graph.nodes(data=True):
            triples.add((space[node], rdflib.RDFS.label, rdflib.Literal(data["label"])))
            triples.add((space[node], rdflib.RDF.type, words[data["kind"]]))
            triples.add((space[node], words.score, rdflib.Literal(data["score"])))
        for a, b, data in graph.edges(data=True):
            triples.add((space[a], words[data["relation"]], space[b]))
        triples.serialize(path, format=by.split(" ")[1], encoding="utf8")
    elif by.startswith("igraph "):
        import igraph

        made = igraph.Graph(directed=True)
        names = list(graph.nodes)
        made.add_vertices(len(names))
        labels = [graph.nodes[name]["label"] for name in names]
        kind = by.split(" ")[1]
        # igraph writes texts as they are: what its own GML and Pajek cannot escape is left out of its sample.
        made.vs["label" if kind != "pajek" else "id"] = labels if kind == "graphml" else [
            label.encode("ascii", "ignore").decode().replace('"', "'").replace("&", "+") for label in labels]
        made.add_edges([(names.index(a), names.index(b)) for a, b in graph.edges()])
        if kind != "pajek":
            made.es["relation"] = [data["relation"] for _, _, data in graph.edges(data=True)]
        made.write(path, format=kind)
        return of_igraph(made)
    else:
        raise ValueError("unknown program " + by)
    return of_networkx(graph)


def answer(task):
    try:
        return (read if task["do"] == "read" else write)(task["by"], task["file"])
    except Exception as error:  # whatever a peer throws is what we want to know
        return {"fault": "%s: %s" % (type(error).__name__, str(error)[:200])}


json.dump([answer(task) for task in json.load(sys.stdin)], sys.stdout)

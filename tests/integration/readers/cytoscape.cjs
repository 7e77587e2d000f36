// Opens a graph file in a Cytoscape.js without a screen, and prints as JSON what it holds then.
const [library, file] = process.argv.slice(2);
const cytoscape = require(library);
const warnings = [];
console.warn = console.error = (...said) => warnings.push(said.join(" "));
cytoscape.warnings(true);
const { elements } = JSON.parse(require("fs").readFileSync(file, "utf-8"));
const cy = cytoscape({ headless: true, styleEnabled: true, elements, layout: { name: "preset" } });
const told = {
  nodes: cy.nodes().map((node) => ({ data: node.data(), position: node.position() })),
  edges: cy.edges().map((edge) => ({ data: edge.data(), source: edge.source().id(), target: edge.target().id() })),
  parallel: cy.edges().filter((edge) => edge.parallelEdges().length > 1).length,
  warnings,
};
process.stdout.write(JSON.stringify(told), () => process.exit()); // its clock for animations never ends

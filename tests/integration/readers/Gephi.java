import com.google.gson.GsonBuilder;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a graph file as Gephi's "File > Open" does, and prints as JSON what stands in its workspace then. */
public class Gephi {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importing = Lookup.getDefault().lookup(ImportController.class);
        Container container = importing.importFile(new File(arguments[0]));
        if (arguments.length > 1) { // What the report's window offers to choose from.
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.valueOf(arguments[1]));
            container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
        }
        List<Map<String, Object>> issues = new ArrayList<>();
        for (Issue issue : container.getReport().getIssuesList(Integer.MAX_VALUE)) {
            issues.add(row("level", issue.getLevel().toString(), "message", issue.getMessage()));
        }
        importing.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        List<Object> nodes = new ArrayList<>();
        for (Node node : model.getGraph().getNodes().toArray()) {
            Map<String, Object> drawn = row("x", node.x(), "y", node.y(), "size", node.size(), "colour", colour(node));
            nodes.add(row("id", node.getId(), "label", node.getLabel(), "drawn", drawn, "values", values(node)));
        }
        List<Object> edges = new ArrayList<>();
        for (Edge edge : model.getGraph().getEdges().toArray()) {
            edges.add(row("source", edge.getSource().getId(), "target", edge.getTarget().getId(),
                "type", edge.getTypeLabel(), "directed", edge.isDirected(), "weight", edge.getWeight(),
                "label", edge.getLabel(), "colour", colour(edge), "values", values(edge)));
        }
        System.out.println(new GsonBuilder().serializeNulls().disableHtmlEscaping().create().toJson(
            row("nodes", nodes, "edges", edges, "issues", issues, "report", container.getReport().getText())));
        System.exit(0); // Threads of the platform would keep it from ending.
    }

    private static Map<String, Object> values(Element element) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Column column : element.getTable()) {
            if (!column.isProperty()) {
                found.put(column.getTitle(), element.getAttribute(column));
            }
        }
        return found;
    }

    private static String colour(Node node) {
        return String.format("#%06x", node.getRGBA() & 0xffffff);
    }

    private static String colour(Edge edge) {
        return String.format("#%06x", edge.getRGBA() & 0xffffff);
    }

    private static Map<String, Object> row(Object... parts) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            found.put((String) parts[i], parts[i + 1]);
        }
        return found;
    }
}

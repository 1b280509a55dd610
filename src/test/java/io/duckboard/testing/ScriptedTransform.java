package io.duckboard.testing;

import io.duckboard.transform.compile.ColumnDoc;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.state.ProjectState;
import io.duckboard.transform.state.RunState;
import io.duckboard.transform.state.TransformService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/** A project of two models over the trips. Its runs go as far as a test says. */
public final class ScriptedTransform implements TransformService {

    public static final String TRIPS = "source.duckboard.lake.trips";
    public static final String COUNTED = "model.duckboard.trips_by_pickup_location";
    public static final String TOP = "model.duckboard.top_pickup_locations";
    public static final String DASHBOARD = "exposure.duckboard.trip_dashboard";
    public static final String UNIQUE = "test.duckboard.unique_location_id";
    public static final String NOT_NULL = "test.duckboard.not_null_counts";

    public static final String COUNTED_SQL =
            "SELECT pickup_location_id AS location_id, COUNT(*) AS counts\nFROM \"trips\"\nGROUP BY pickup_location_id";
    public static final String TOP_SQL = "WITH __dbt__cte__trips_by_pickup_location AS (\n" + COUNTED_SQL
            + "\n)\nSELECT location_id, counts\nFROM __dbt__cte__trips_by_pickup_location\n"
            + "ORDER BY counts DESC, location_id\nLIMIT 200";

    private final BlockingQueue<Object> steps = new LinkedBlockingQueue<>();
    private final Map<String, String> trees = new ConcurrentHashMap<>();
    private volatile ProjectState project = new ProjectState.Ready(nodes());
    private volatile Optional<String> asked = Optional.empty();

    public static ProjectNodes nodes() {
        return new ProjectNodes(List.of(
                node(
                        TRIPS,
                        ProjectNode.Kind.SOURCE,
                        "trips",
                        "source",
                        "The month's trips.",
                        Optional.empty(),
                        List.of(),
                        List.of()),
                node(
                        COUNTED,
                        ProjectNode.Kind.MODEL,
                        "trips_by_pickup_location",
                        "ephemeral",
                        "How many trips began in each zone.",
                        Optional.of(COUNTED_SQL),
                        List.of(),
                        List.of(TRIPS)),
                node(
                        TOP,
                        ProjectNode.Kind.MODEL,
                        "top_pickup_locations",
                        "external table",
                        "The 200 zones where most trips began.",
                        Optional.of(TOP_SQL),
                        List.of(
                                new ProjectNode.Test(UNIQUE, "unique location_id"),
                                new ProjectNode.Test(NOT_NULL, "not_null counts")),
                        List.of(COUNTED)),
                node(
                        DASHBOARD,
                        ProjectNode.Kind.EXPOSURE,
                        "Trip Dashboard",
                        "dashboard",
                        "What people look at.",
                        Optional.empty(),
                        List.of(),
                        List.of(TOP))));
    }

    /** Sets what is found instead of the project of two models. */
    public void find(ProjectState found) {
        project = found;
    }

    /** Sends the next event of the run that is under way. */
    public void tell(String node, NodeState state) {
        steps.add(Map.entry(node, state));
    }

    public void end(RunOutcome end) {
        steps.add(end);
    }

    /** Sets what the engine's parser makes of a text. */
    public void parse(String sql, String tree) {
        trees.put(sql, tree);
    }

    /** Returns where the last run began; empty for a run of everything, or if there was no run. */
    public Optional<String> asked() {
        return asked;
    }

    @Override
    public ProjectState project() {
        return project;
    }

    @Override
    public Optional<RunState> lastRun() {
        return Optional.empty();
    }

    @Override
    public RunOutcome run(Optional<String> from, BiConsumer<String, NodeState> listener) {
        asked = from;
        List.of(TOP, UNIQUE, NOT_NULL).forEach(node -> listener.accept(node, new NodeState.Waiting()));
        while (true) {
            try {
                Object step = steps.take();
                if (step instanceof RunOutcome end) {
                    return end;
                }
                var told = (Map.Entry<?, ?>) step;
                listener.accept((String) told.getKey(), (NodeState) told.getValue());
            } catch (InterruptedException e) {
                return new RunOutcome.Cancelled();
            }
        }
    }

    @Override
    public Optional<String> tree(String sql) {
        return Optional.ofNullable(trees.get(sql));
    }

    private static ProjectNode node(
            String id,
            ProjectNode.Kind kind,
            String name,
            String form,
            String description,
            Optional<String> sql,
            List<ProjectNode.Test> tests,
            List<String> reads) {
        boolean isTable = kind == ProjectNode.Kind.SOURCE || form.contains("table");
        return new ProjectNode(
                id,
                kind,
                name,
                form,
                description,
                isTable ? Optional.of(name) : Optional.empty(),
                sql,
                sql.map(_ -> "models/" + name + ".sql"),
                kind == ProjectNode.Kind.EXPOSURE ? Optional.of("/") : Optional.empty(),
                sql.isPresent()
                        ? List.of(
                                new ColumnDoc("location_id", "Zone of the pickup"),
                                new ColumnDoc("counts", "Trips that began there"))
                        : List.of(),
                tests,
                reads);
    }
}

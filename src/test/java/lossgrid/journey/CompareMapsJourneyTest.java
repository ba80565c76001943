package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.Cast;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.PlaneFit;
import lossgrid.ui.compare.CompareMaps;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;
import org.junit.jupiter.api.Test;

/** Zooms and pans the three maps of a comparison together, and waits for large ones. */
class CompareMapsJourneyTest extends Journey {
    /** The ids that parts of every control of a kind have. */
    private static final Set<String> OF_CONTROLS = Set.of("arrow", "arrow-button", "list-view", "virtual-flow");

    private CompareMaps maps() {
        return window.workbench().doctor().compare().board().maps();
    }

    private GridGeometry geometry(CompareMaps.Kind kind) {
        return maps().grid(kind).geometry().orElseThrow();
    }

    private GridGeometry fitted(CompareMaps.Kind kind) {
        GridView grid = maps().grid(kind);
        return GridGeometry.fit(
                geometry(kind).shape(),
                Arrangement.N_DOWN,
                new PlaneFit(grid.getWidth(), grid.getHeight(), grid.unit()));
    }

    /** The place in the plane that is in the middle of a map. */
    private double middle(CompareMaps.Kind kind) {
        GridGeometry geometry = geometry(kind);
        return (maps().grid(kind).getWidth() / 2 - geometry.planeX(0)) / geometry.cell();
    }

    private void showMistake() {
        robot.interact(() -> {
            window.workspace().view().screenProperty().set(Screen.DOCTOR);
            window.workspace().view().comparing().showMistake(Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY);
        });
        UserRobot.settle();
    }

    @Test
    void mapsZoomAndPanTogether() {
        showMistake();
        for (CompareMaps.Kind moved : CompareMaps.Kind.values()) {
            robot.interact(() -> {
                GridView grid = maps().grid(moved);
                grid.zoom(1.4, grid.getWidth() / 3, grid.getHeight() / 3);
                grid.pan(-6, 4);
            });
            UserRobot.settle();
            double factor = geometry(moved).cell() / fitted(moved).cell();
            assertThat(factor).isGreaterThan(1);
            for (CompareMaps.Kind other : CompareMaps.Kind.values()) {
                assertThat(geometry(other).cell() / fitted(other).cell())
                        .as("%s after %s", other, moved)
                        .isCloseTo(factor, within(1e-6));
                assertThat(middle(other)).as("%s after %s", other, moved).isCloseTo(middle(moved), within(1e-6));
            }
            robot.interact(() -> maps().grid(moved).zoom(0.1, 0, 0));
            UserRobot.settle();
            for (CompareMaps.Kind other : CompareMaps.Kind.values()) {
                assertThat(geometry(other).cell()).isEqualTo(fitted(other).cell());
            }
        }
    }

    /** An editor of a side has all that the document's own has: their nodes are told apart all the same. */
    @Test
    void noTwoNodesHaveTheSameId() {
        robot.interact(() -> session().apply(new Edit.SetEncoding(List.of(new Cast(DType.INT64)))));
        robot.clickOn("#screen-doctor").clickOn("#compare-variant").clickOn("#compare-right-edit");
        UserRobot.settle();
        assertThat(robot.lookup("#side-step-0-edit").queryAll()).hasSize(1);
        Map<String, List<Node>> all = new HashMap<>();
        collect(stage.getScene().getRoot(), all);
        Map<String, List<Node>> editor = new HashMap<>();
        collect(robot.lookup("#side-editor").query(), editor);
        editor.keySet().removeAll(OF_CONTROLS);
        assertThat(editor).hasSizeGreaterThan(10).containsKeys("side-encoding", "side-step-add", "side-step-0-on");
        assertThat(editor.keySet())
                .allSatisfy(id -> assertThat(all.get(id)).as(id).hasSize(1));
    }

    private static void collect(Node node, Map<String, List<Node>> into) {
        if (node.getId() != null && node.getScene() != null) {
            into.computeIfAbsent(node.getId(), _ -> new ArrayList<>()).add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /** The window says that it computes, and stays at hand. */
    @Test
    void largeComparisonsAreMadeInTheBackground() {
        Shape shape = Shape.of(1, 2, 256, 256);
        Experiment large = session()
                .experiment()
                .withLogits(Tensor.generate(shape, i -> i % 7 - 3f))
                .withLabels(LabelArray.ofLongs(DType.INT64, shape.remove(1), i -> i % 2));
        assertThat(shape.size()).isGreaterThan(Session.MOST_AT_ONCE);
        robot.interact(() -> session().apply(new Edit.Import(large)));
        await("the analysis", () -> session().analysis().experiment().equals(large));
        robot.push(KeyCode.F4);
        List<Boolean> computing = new ArrayList<>();
        robot.interact(() -> {
            window.workspace().view().comparing().showVariant();
            robot.lookup("#compare-variant").tryQuery().ifPresent(_ -> computing.add(false));
            computing.add(robot.lookup("#compare-computing").tryQuery().isPresent());
        });
        assertThat(computing).as("not made while the window waits for it").containsExactly(true);
        await("the comparison", () -> robot.lookup("#compare-number").tryQuery().isPresent());
        assertThat(textOf("#compare-left-number")).isEqualTo(shownLoss());
        assertThat(textOf("#compare-right-number")).isEqualTo(shownLoss());
    }
}

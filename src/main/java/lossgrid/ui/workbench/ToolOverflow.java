package lossgrid.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.Text;

/** The end of a bar that is too narrow: a button that shows the tools for which there is no room. */
final class ToolOverflow extends Button {
    /** The tools that leave a bar that is too narrow, the first to leave first; the others always have room. */
    private static final List<String> LEAVING = List.of(
            "theme",
            "language",
            "explain-error",
            "present",
            "redo",
            "undo",
            "save",
            "edit-menu",
            "export",
            "routes",
            "lessons");

    private final HBox bar;
    private final List<Node> shrinking;
    private final PopoverLayer popovers;
    private final VBox tools = new VBox();
    private List<Node> whole = List.of();

    /** @param shrinking nodes of the bar that take what is left */
    ToolOverflow(HBox bar, List<Node> shrinking, PopoverLayer popovers, Messages messages) {
        super("⋯");
        this.bar = bar;
        this.shrinking = shrinking;
        this.popovers = popovers;
        setId("more-tools");
        setMinWidth(Region.USE_PREF_SIZE);
        accessibleTextProperty().bind(messages.bind(Text.MORE_TOOLS));
        Tooltips.install(this, messages, Text.MORE_TOOLS);
        tools.getStyleClass().addAll("top-bar", "more-tools");
        setOnAction(_ -> popovers.toggle(this, tools));
        SectionNodes.show(this, false);
    }

    /** Puts all tools back into the bar, so that their widths can be measured. */
    void restore() {
        if (whole.isEmpty()) {
            return;
        }
        if (tools.getScene() != null) {
            popovers.close();
        }
        tools.getChildren().clear();
        bar.getChildren().setAll(whole);
        whole = List.of();
        SectionNodes.show(this, false);
        bar.applyCss();
    }

    /** The width that the bar has left beside its tools. */
    double free() {
        return freeBeside(List.of());
    }

    /**
     * Moves as many tools out of the bar as it takes. Returns the width that is left then.
     *
     * @param least the width that is needed for the lesson's name as long as it is in the bar
     */
    double fit(double least) {
        List<Node> leaving = new ArrayList<>();
        double free = free();
        for (String id : LEAVING) {
            boolean hasLesson = staying(leaving).stream().anyMatch(node -> "lessons".equals(node.getId()));
            if (free < (hasLesson ? least : 0)) {
                staying(leaving).stream()
                        .filter(node -> id.equals(node.getId()))
                        .forEach(leaving::add);
                free = freeBeside(leaving);
            }
        }
        if (!leaving.isEmpty()) {
            take(leaving);
        }
        return free;
    }

    private List<Node> staying(List<Node> leaving) {
        return bar.getChildren().stream()
                .filter(node -> node.isManaged() && !leaving.contains(node))
                .toList();
    }

    private double freeBeside(List<Node> leaving) {
        double spacing = bar.getSpacing();
        double free = bar.getWidth() - bar.snappedLeftInset() - bar.snappedRightInset() + spacing;
        if (!leaving.isEmpty() && !isManaged()) {
            free -= prefWidth(-1) + spacing;
        }
        for (Node node : staying(leaving)) {
            free -= (shrinking.contains(node) ? 0 : node.prefWidth(-1)) + spacing;
        }
        return free;
    }

    private void take(List<Node> more) {
        List<Node> leaving = new ArrayList<>(tools.getChildren());
        leaving.addAll(more);
        whole = whole.isEmpty() ? List.copyOf(bar.getChildren()) : whole;
        List<Node> staying = new ArrayList<>(whole);
        staying.removeAll(leaving);
        SectionNodes.show(this, true);
        bar.getChildren().setAll(staying);
        tools.getChildren().setAll(whole.stream().filter(leaving::contains).toList());
        applyCss();
    }
}

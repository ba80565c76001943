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
    private final HBox bar;
    private final PopoverLayer popovers;
    private final VBox tools = new VBox();
    private List<Node> whole = List.of();

    ToolOverflow(HBox bar, PopoverLayer popovers, Messages messages) {
        super("⋯");
        this.bar = bar;
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

    /** Moves tools out of the bar. */
    void take(List<Node> leaving) {
        whole = List.copyOf(bar.getChildren());
        List<Node> staying = new ArrayList<>(whole);
        staying.removeAll(leaving);
        SectionNodes.show(this, true);
        bar.getChildren().setAll(staying);
        tools.getChildren().setAll(whole.stream().filter(leaving::contains).toList());
        applyCss();
    }
}

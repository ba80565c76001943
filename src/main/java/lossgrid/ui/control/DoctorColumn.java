package lossgrid.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossgrid.model.analysis.Analysis;
import lossgrid.words.TextKey;
import org.jspecify.annotations.Nullable;

/** One column of the doctor screen: a title, facts beside it, and content that scrolls by itself. */
public abstract class DoctorColumn extends VBox {
    private final Label facts = SectionNodes.label("", "card-facts", "mono");
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content) {
        // Ignored: at each click a scroll pane would take the focus from the node clicked.
        @Override
        public void requestFocus() {}
    };

    /** @param id the id of the column; the facts' is {@code <id>-facts} */
    public DoctorColumn(String id, Messages messages, TextKey title) {
        setId(id);
        getStyleClass().add("doctor-column");
        Label heading = SectionNodes.label(messages.bind(title), "card-title");
        facts.setId(id + "-facts");
        Tooltips.installWhole(facts);
        BesideOrBelow head = new BesideOrBelow(heading, facts);
        head.getStyleClass().add("card-head");
        content.getStyleClass().add("doctor-content");
        scroll.getStyleClass().add("doctor-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::reveal);
            }
        });
        VBox.setVgrow(scroll, Priority.ALWAYS);
        accessibleTextProperty().bind(messages.bind(title));
        getChildren().addAll(head, scroll);
    }

    /** Updates the content; called whenever the analysis or the language changes while the doctor screen is shown. */
    public abstract void refresh(Analysis analysis);

    /** The nodes in the column, from top to bottom. */
    public final VBox content() {
        return content;
    }

    /** Shows a text beside the title. */
    public final void showFacts(String text) {
        facts.setText(text);
    }

    /** Scrolls to the node that has the focus, if it is in this column. */
    private void reveal(@Nullable Node focused) {
        for (Node up = focused; up != null; up = up.getParent()) {
            if (up.equals(content) && focused != null) {
                var bounds = content.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
                scroll.setVvalue(ScrollIntoView.position(
                        scroll.getVvalue(),
                        bounds.getMinY(),
                        bounds.getMaxY(),
                        content.getHeight(),
                        scroll.getViewportBounds().getHeight()));
            }
        }
    }
}

package lossgrid.ui.workbench;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.keys.Shortcut;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.side.LegendPane;
import lossgrid.words.HelpText;
import org.jspecify.annotations.Nullable;

/** Opens a pane that says what each stage is and how it is written, and leads to the keys. */
final class HelpButton extends Button {
    private final Messages messages;
    private final PopoverLayer popovers;
    private final Runnable showKeys;
    private @Nullable ScrollPane pane;

    HelpButton(Messages messages, PopoverLayer popovers, Runnable showKeys) {
        super("?");
        this.messages = messages;
        this.popovers = popovers;
        this.showKeys = showKeys;
        setId("help");
        setMinWidth(Region.USE_PREF_SIZE);
        accessibleTextProperty().bind(messages.bind(HelpText.HELP));
        Tooltips.install(this, messages, HelpText.HELP);
        setOnAction(_ -> popovers.toggle(this, pane()));
    }

    /** Made on demand, since the window opens without its many lines. */
    private ScrollPane pane() {
        ScrollPane made = pane;
        if (made == null) {
            made = new Pane(content());
            made.setId("help-pane");
            made.getStyleClass().add("help-pane");
            made.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            made.setFitToWidth(true);
            // So that it can be scrolled without a mouse.
            made.setFocusTraversable(true);
            pane = made;
        }
        return made;
    }

    /** As high as its lines at their real width: a scroll pane would take them for lines that do not wrap. */
    private static final class Pane extends ScrollPane {
        Pane(VBox content) {
            super(content);
        }

        @Override
        protected double computePrefHeight(double width) {
            double inner = prefWidth(-1) - snappedLeftInset() - snappedRightInset();
            return Math.ceil(getContent().prefHeight(inner)) + snappedTopInset() + snappedBottomInset();
        }
    }

    private VBox content() {
        VBox content = new VBox();
        content.getStyleClass().add("help-content");
        for (CardKind kind : CardKind.values()) {
            content.getChildren()
                    .addAll(
                            SectionNodes.label(messages.bind(kind.title()), "card-title"),
                            LegendPane.line(messages, kind.help()));
        }
        content.getChildren().addAll(LegendPane.lines(messages));
        Button keys = new Button();
        keys.setId("help-keys");
        keys.textProperty().bind(messages.bind(Shortcut.SHORTCUTS.meaning()));
        Shortcut.SHORTCUTS.explain(keys, messages);
        keys.setOnAction(_ -> {
            popovers.close();
            showKeys.run();
        });
        content.getChildren().add(keys);
        return content;
    }
}

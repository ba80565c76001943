package lossgrid.ui.board;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PartsRow;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.keys.KeyHelp;
import lossgrid.ui.keys.Shortcut;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** A card's title, shape and dtype, and the buttons that fold and maximize it, as a double click does. */
final class CardHead extends HBox {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Label title = SectionNodes.label("", "card-title");
    private final PartsRow facts;
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final BooleanProperty maximized = new SimpleBooleanProperty();
    private final Button fold;
    private final Button maximize;

    CardHead(String card, Messages messages) {
        getStyleClass().add("card-head");
        setAlignment(Pos.CENTER_LEFT);
        facts = new PartsRow(card + "-facts", "card-facts", Pos.BASELINE_RIGHT);
        HBox.setHgrow(facts, Priority.ALWAYS);
        title.setMinWidth(Region.USE_PREF_SIZE);
        fold = button(card + "-fold", "fold");
        explain(fold, messages, folded, Text.CARD_UNFOLD, Text.CARD_FOLD, Shortcut.FOLD_CARD);
        maximize = button(card + "-maximize", "maximize");
        explain(maximize, messages, maximized, Text.CARD_RESTORE, Text.CARD_MAXIMIZE, Shortcut.MAXIMIZE_CARD);
        folded.subscribe(on -> fold.pseudoClassStateChanged(ON, on));
        maximized.subscribe(on -> maximize.pseudoClassStateChanged(ON, on));
        // An open card has the focus in its grid, and keys for both.
        fold.focusTraversableProperty().bind(folded);
        HBox buttons = new HBox(fold, maximize);
        buttons.getStyleClass().add("card-buttons");
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(title, facts);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("card-head");
        HBox.setHgrow(line, Priority.ALWAYS);
        getChildren().addAll(line, buttons);
    }

    private static Button button(String id, String styleClass) {
        Region symbol = new Region();
        symbol.getStyleClass().add("symbol");
        Button button = new Button("", symbol);
        button.setId(id);
        button.getStyleClass().setAll("card-button", styleClass);
        button.setFocusTraversable(false);
        return button;
    }

    private static void explain(
            Button button, Messages messages, BooleanProperty state, Text on, Text off, Shortcut shortcut) {
        var meaning = Bindings.createStringBinding(
                () -> messages.get(state.get() ? on : off), state, messages.languageProperty());
        String keys = KeyHelp.name(shortcut.combinations().getFirst());
        button.accessibleTextProperty().bind(meaning);
        Tooltips.install(
                button,
                Bindings.createStringBinding(() -> messages.get(Text.TOOLTIP_WITH_KEYS, meaning.get(), keys), meaning));
    }

    /** Sets what the buttons, and a double click elsewhere in the head, do. */
    void onTurn(Runnable foldCard, Runnable maximizeCard) {
        fold.setOnAction(_ -> foldCard.run());
        maximize.setOnAction(_ -> maximizeCard.run());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                (folded.get() ? foldCard : maximizeCard).run();
            }
        });
    }

    /** Says at the title what the card is. */
    void explain(Messages messages, TextKey meaning) {
        title.accessibleHelpProperty().bind(messages.bind(meaning));
        Tooltips.install((Node) title, messages.bind(meaning), "stage-help");
    }

    void show(String text, List<String> parts) {
        title.setText(text);
        facts.show(parts);
    }

    void show(boolean isFolded, boolean isMaximized) {
        folded.set(isFolded);
        maximized.set(isMaximized);
        SectionNodes.show(maximize, !isFolded);
    }

    /** The button that stays when a card is folded. */
    Button foldButton() {
        return fold;
    }
}

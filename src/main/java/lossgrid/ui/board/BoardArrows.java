package lossgrid.ui.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.CardKind;
import org.jspecify.annotations.Nullable;

/** The arrows between the cards, from the stages to those that are computed from them. */
final class BoardArrows {
    private enum Arrow {
        PROBABILITIES("→"),
        ONE_HOT("→"),
        LOSS("→"),
        TARGET("↗"),
        GRADIENT("↓");

        private final String symbol;

        Arrow(String symbol) {
            this.symbol = symbol;
        }
    }

    private final Map<Arrow, Label> labels = new EnumMap<>(Arrow.class);

    BoardArrows() {
        for (Arrow arrow : Arrow.values()) {
            Label label = SectionNodes.label(arrow.symbol, "flow-arrow");
            label.setMouseTransparent(true);
            labels.put(arrow, label);
        }
        label(Arrow.GRADIENT).getStyleClass().add("down");
    }

    private Label label(Arrow arrow) {
        return Optional.ofNullable(labels.get(arrow)).orElseThrow();
    }

    List<Label> all() {
        return List.copyOf(labels.values());
    }

    /** The width of the gap between two columns, which an arrow fills. */
    double width() {
        return Math.ceil(label(Arrow.LOSS).prefWidth(-1));
    }

    void show(boolean shown) {
        labels.values().forEach(label -> label.setVisible(shown));
    }

    /** Puts the arrows between cards that have their places. */
    void place(Map<CardKind, StageCard> cards) {
        beside(Arrow.PROBABILITIES, cards.get(CardKind.LOGITS));
        beside(Arrow.ONE_HOT, cards.get(CardKind.LABELS));
        StageCard before = cards.get(CardKind.PROBABILITIES);
        beside(Arrow.LOSS, before);
        StageCard target = cards.get(CardKind.ONE_HOT);
        StageCard loss = cards.get(CardKind.LOSS);
        StageCard gradient = cards.get(CardKind.GRADIENT);
        if (before == null || target == null || loss == null || gradient == null) {
            return;
        }
        double gap = target.getLayoutY() - before.getLayoutY() - before.getHeight();
        place(Arrow.TARGET, target.getLayoutX() + target.getWidth(), target.getLayoutY() - gap / 2, width());
        place(Arrow.GRADIENT, loss.getLayoutX(), gradient.getLayoutY() - gap / 2, loss.getWidth());
    }

    private void beside(Arrow arrow, @Nullable StageCard card) {
        if (card != null) {
            place(arrow, card.getLayoutX() + card.getWidth(), card.getLayoutY() + card.getHeight() / 2, width());
        }
    }

    private void place(Arrow arrow, double x, double y, double width) {
        Label label = label(arrow);
        double height = label.prefHeight(-1);
        double own = Math.ceil(label.prefWidth(-1));
        label.resizeRelocate(Math.floor(x + (width - own) / 2), Math.floor(y - height / 2), own, height);
    }
}

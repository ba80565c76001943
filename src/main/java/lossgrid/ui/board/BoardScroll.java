package lossgrid.ui.board;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import lossgrid.ui.control.ScrollIntoView;
import org.jspecify.annotations.Nullable;

/**
 * Gives the board the room there is, and lets it scroll when type is so large that its cards would not fit. The card
 * with the focus is in view.
 */
public final class BoardScroll extends ScrollPane {
    private final Board board;

    public BoardScroll(Board board) {
        super(board);
        this.board = board;
        getStyleClass().add("board-scroll");
        setFocusTraversable(false);
        setFitToWidth(true);
        setFitToHeight(true);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::reveal);
            }
        });
    }

    /** Never: at each click a scroll pane would take the focus from the card that was clicked. */
    @Override
    public void requestFocus() {}

    @Override
    protected void layoutChildren() {
        board.fit(
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
        super.layoutChildren();
    }

    private void reveal(@Nullable Node focused) {
        for (Node up = focused; up != null; up = up.getParent()) {
            if (up instanceof StageCard card) {
                Bounds bounds = card.getBoundsInParent();
                Bounds seen = getViewportBounds();
                setHvalue(ScrollIntoView.position(
                        getHvalue(), bounds.getMinX(), bounds.getMaxX(), board.getWidth(), seen.getWidth()));
                setVvalue(ScrollIntoView.position(
                        getVvalue(), bounds.getMinY(), bounds.getMaxY(), board.getHeight(), seen.getHeight()));
            }
        }
    }
}

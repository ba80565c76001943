package lossgrid.ui.workbench;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import lossgrid.ui.board.Board;
import lossgrid.ui.keys.KeyHelp;
import lossgrid.ui.keys.LocalKey;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;

/**
 * The keys and the focus of a presentation. While the board itself has the focus, keys step through the stages; after
 * Enter or a click on a cell they act on the cells, until Escape.
 */
final class PresentationKeys {
    private final ViewState view;
    private final Board board;
    private final PresentationBar bar;

    PresentationKeys(Workspace workspace, Region window, Board board, PresentationBar bar) {
        view = workspace.view();
        this.board = board;
        this.bar = bar;
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        window.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        board.accessibleTextProperty().bind(workspace.messages().bind(Text.REGION_BOARD));
        view.presentationProperty().subscribe(this::moved);
        board.focusWithinProperty().subscribe(_ -> followFocus());
        board.focusedProperty().subscribe(_ -> followFocus());
        for (CardKind kind : CardKind.values()) {
            // From one card to another, too.
            board.card(kind).grid().focusedProperty().subscribe(_ -> followFocus());
        }
    }

    private void followFocus() {
        boolean atCells = isPresenting() && board.isFocusWithin() && !board.isFocused();
        bar.keysProperty()
                .set(
                        !atCells
                                ? PresentationBar.KeysAt.STAGES
                                : board.card(board.lastFocused()).isEditable()
                                        ? PresentationBar.KeysAt.EDITABLE_CELLS
                                        : PresentationBar.KeysAt.COMPUTED_CELLS);
    }

    private boolean isPresenting() {
        return view.presentationProperty().get().isPresent();
    }

    private void moved(Optional<Presentation> before, Optional<Presentation> now) {
        board.setFocusTraversable(now.isPresent());
        if (now.isPresent()) {
            board.requestFocus();
        } else {
            board.card(before.flatMap(Presentation::alone).orElse(CardKind.LOGITS))
                    .grid()
                    .requestFocus();
        }
        followFocus();
    }

    private void key(KeyEvent event) {
        Optional<Presentation> now = view.presentationProperty().get();
        if (now.isEmpty() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        Node focused = board.getScene().getFocusOwner();
        boolean atStages = focused == null || board.isFocused();
        LocalKey.of(event, KeyHelp.Group.PRESENTATION)
                .filter(key -> atStages || worksFromCells(event.getCode()))
                .ifPresent(key -> {
                    act(key, now.get(), atStages);
                    event.consume();
                });
    }

    /** Whether a key steps through the stages even from the cells, as those of a presenter's remote control do. */
    private static boolean worksFromCells(KeyCode code) {
        return code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP;
    }

    /** Handles Escape when neither the stages nor the cells, which clear a selection with it, have consumed it. */
    private void escape(KeyEvent event) {
        if (isPresenting() && event.getCode() == KeyCode.ESCAPE) {
            board.requestFocus();
            event.consume();
        }
    }

    private void act(LocalKey key, Presentation now, boolean atStages) {
        switch (key) {
            case NEXT_STAGE -> view.step(Presentation::next);
            case PREVIOUS_STAGE -> view.step(Presentation::previous);
            case FIRST_STAGE -> view.step(Presentation::first);
            case WHOLE_BOARD -> view.step(Presentation::last);
            case EDIT_STAGE ->
                board.card(now.alone().orElse(CardKind.LOGITS)).grid().requestFocus();
            case LEAVE_STAGE -> view.leavePresentation();
            case TO_EDGE,
                    NEXT_PLANE,
                    EXTEND,
                    CELL_MENU,
                    MOVE,
                    TYPE,
                    EDIT,
                    TAKE_AND_DOWN,
                    TAKE_AND_NEXT,
                    TAKE_AND_PREVIOUS,
                    DROP,
                    SCRUB,
                    ZOOM,
                    FIT,
                    PAN -> throw new IllegalArgumentException(key + " is no key of a presentation");
        }
        if (!atStages && !board.isFocused()) {
            board.requestFocus();
        }
    }
}

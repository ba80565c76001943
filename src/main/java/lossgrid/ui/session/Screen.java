package lossgrid.ui.session;

import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** The two faces of the window. */
public enum Screen {
    /** From the logits and labels to the loss. */
    BOARD,
    /** The input, what is wrong with it, and what that does. */
    DOCTOR;

    public Screen other() {
        return switch (this) {
            case BOARD -> DOCTOR;
            case DOCTOR -> BOARD;
        };
    }

    public TextKey title() {
        return switch (this) {
            case BOARD -> Text.SCREEN_BOARD;
            case DOCTOR -> Text.SCREEN_DOCTOR;
        };
    }
}

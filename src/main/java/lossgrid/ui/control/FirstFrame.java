package lossgrid.ui.control;

import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/** The moment when the window becomes visible. */
public final class FirstFrame {
    /** The pulse by which the first one's scene has been passed to the painting thread. */
    private static final int HANDED_OVER = 2;

    private FirstFrame() {}

    /**
     * Runs {@code action} when the next pulse's frame has been painted. Pulses continue while the first frame, which
     * takes many times as long as others, is painted on another thread, so counting them is not enough; an empty
     * snapshot is painted after it, and waited for.
     */
    public static void then(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == HANDED_OVER) {
                    new Region().snapshot(null, null);
                } else if (pulses > HANDED_OVER) {
                    // With software rendering, the frame was shown between the pulses.
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}

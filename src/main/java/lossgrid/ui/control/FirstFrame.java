package lossgrid.ui.control;

import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/** The moment when the window can be seen. */
public final class FirstFrame {
    /** The first pulse hands the scene to the thread that paints. */
    private static final int HANDED_OVER = 2;

    private FirstFrame() {}

    /**
     * Runs {@code action} when what the next pulse shows has been painted. Pulses go on while the first frame, which takes many times as
     * long as others, is painted on another thread, so that counting them says nothing; a picture of nothing is painted after it, and waited for.
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
                    // Where painting is by software, what it has painted came to the screen between the pulses.
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}

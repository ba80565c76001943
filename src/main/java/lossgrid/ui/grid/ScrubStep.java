package lossgrid.ui.grid;

import java.math.BigDecimal;

/** The change of a value by one step of scrubbing. Whole labels step by one class in any case. */
public enum ScrubStep {
    FINE("0.01"),
    NORMAL("0.1"),
    COARSE("1");

    private final BigDecimal step;

    ScrubStep(String step) {
        this.step = new BigDecimal(step);
    }

    public BigDecimal times(int steps) {
        return step.multiply(BigDecimal.valueOf(steps));
    }

    /** Shift is coarse, the shortcut key fine. */
    static ScrubStep of(boolean shift, boolean shortcut) {
        return shortcut ? FINE : shift ? COARSE : NORMAL;
    }
}

package lossgrid.app;

/** The event at which the window closes. */
enum ExitTrigger {
    /** Until the user closes it. */
    USER(""),
    /** Until it is visible; prints the time, for {@code src/dist/time-start}. */
    FIRST_FRAME("--exit-after-first-frame"),
    /**
     * Until everything that a start loads, early or late, has been loaded: the package's cache is recorded from that.
     */
    REHEARSAL("--rehearse");

    private final String option;

    ExitTrigger(String option) {
        this.option = option;
    }

    /** The argument for this trigger; empty for the user's. */
    String option() {
        return option;
    }
}

package lossgrid.app;

/** How long the window stays. */
enum ExitTrigger {
    /** Until the user closes it. */
    USER(""),
    /** Until it can be seen; when that was is printed, for {@code src/dist/time-start}. */
    FIRST_FRAME("--exit-after-first-frame"),
    /** Until all that a start loads, early or late, has been loaded: the package's cache is recorded from that. */
    REHEARSAL("--rehearse");

    private final String option;

    ExitTrigger(String option) {
        this.option = option;
    }

    /** The argument that asks for it; the user's needs none. */
    String option() {
        return option;
    }
}

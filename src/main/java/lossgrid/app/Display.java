package lossgrid.app;

import java.util.Locale;

/** Whether a window can be opened. */
final class Display {
    private static final String PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";

    private Display() {}

    /** On Linux there must be an X or Wayland server, unless JavaFX's headless platform has been asked for. */
    static boolean isPresent() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || System.getProperty(PLATFORM, "").equals(HEADLESS)
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /** Makes JavaFX draw without any display; only before it starts. */
    static void useHeadless() {
        System.setProperty(PLATFORM, HEADLESS);
        System.setProperty("prism.order", "sw");
    }
}

package lossgrid.words;

import java.util.Locale;

/** Any text of the window; the words are in {@code assets/i18n/}, under the name in lower case. */
public sealed interface TextKey permits Text, DoctorText, SideText, HelpText, FigureText {
    String name();

    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

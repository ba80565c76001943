package lossgrid.io.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which PyTorch words an error.
 *
 * @param template the words, with gaps {@code {name:kind}} for values
 * @param type the Python exception, or the warning's category
 * @param since the first release that has it
 * @param until the last release that has it; empty while it is in use
 * @param example a real text
 * @param seen the place where it was found
 */
public record Wording(
        MessageFamily family,
        Template template,
        String type,
        Device device,
        String since,
        Optional<String> until,
        String example,
        String seen) {

    /** Words with gaps. It starts with a word, so that a match cannot start anywhere. */
    public record Template(String text, Pattern pattern, List<String> names) {
        private static final Pattern GAP = Pattern.compile("\\{(\\w++):(\\w++)}");

        /** @throws IllegalArgumentException for a gap of an unknown kind, or one at the start */
        static Template of(String text) {
            StringBuilder regex = new StringBuilder();
            List<String> names = new ArrayList<>();
            Matcher gaps = GAP.matcher(text);
            int end = 0;
            while (gaps.find()) {
                if (gaps.start() == 0) {
                    throw new IllegalArgumentException("a gap at the start of " + text);
                }
                regex.append(Pattern.quote(text.substring(end, gaps.start())));
                regex.append('(').append(kind(gaps.group(2))).append(')');
                names.add(gaps.group(1));
                end = gaps.end();
            }
            regex.append(Pattern.quote(text.substring(end)));
            return new Template(text, Pattern.compile(regex.toString()), List.copyOf(names));
        }

        /** The pattern of a kind of value; possessive, so that each character is read only once. */
        private static String kind(String name) {
            return switch (name) {
                case "int" -> "-?+\\d++";
                case "number" -> "[-+]?+[\\d.]++(?:e[-+]?+\\d++)?+";
                case "word" -> "[A-Za-z0-9_]++";
                case "shape" -> "\\[[\\d, x]*+\\]";
                case "tuple" -> "\\([\\d, ]*+\\)";
                case "sizes" -> "\\d++(?:x\\d++)*+";
                default -> throw new IllegalArgumentException("no kind of gap: " + name);
            };
        }

        /** The words before the first gap. */
        String start() {
            int gap = text.indexOf('{');
            return gap < 0 ? text : text.substring(0, gap);
        }
    }

    /** Finds the last occurrence in {@code text}, which must be {@link PastedText#plain plain}. */
    Optional<MatchResult> find(String text) {
        if (!text.contains(template.start())) {
            return Optional.empty();
        }
        Matcher matcher = template.pattern().matcher(text);
        Optional<MatchResult> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.toMatchResult());
        }
        return last;
    }

    /** The values in the gaps, by their names, in their order. */
    Map<String, String> values(MatchResult match) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < template.names().size(); i++) {
            values.put(template.names().get(i), match.group(i + 1));
        }
        return values;
    }
}

package lossgrid.io.messages;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds PyTorch's message in any pasted text: a line, a whole traceback, a notebook's output with colours, a forum
 * post.
 */
public final class TracebackReader {
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9_]++");
    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_WORDS = 3;
    private static final double NEAR = 0.6;
    /** The number of lines searched, from the end, where the message is. */
    private static final int MOST_LINES = 400;

    private static final int LONGEST_LINE = 1_000;

    private final List<Wording> wordings;
    private final List<Set<String>> words;

    public TracebackReader(MessageCatalog catalog) {
        wordings = catalog.wordings();
        words = wordings.stream()
                .map(wording -> words(wording.template().text().replaceAll("\\{\\w+:\\w+}", " ")))
                .toList();
    }

    /** One match and its position. */
    private record Found(Wording wording, MatchResult match) {
        /** Prefers later errors, and the longer of two wordings at the same place. */
        boolean isBetterThan(Found other) {
            if (wording.family().isVague() != other.wording.family().isVague()) {
                return other.wording.family().isVague();
            }
            return match.end() != other.match.end()
                    ? match.end() > other.match.end()
                    : match.start() < other.match.start();
        }
    }

    /**
     * Finds the message in {@code text}; of several the last, unless that says only that something failed on the GPU.
     */
    public Recognition read(String text) {
        String plain = PastedText.plain(text);
        Optional<Found> best = Optional.empty();
        for (Wording wording : wordings) {
            Optional<MatchResult> match = wording.find(plain);
            if (match.isPresent()) {
                Found found = new Found(wording, match.get());
                best = best.isEmpty() || found.isBetterThan(best.get()) ? Optional.of(found) : best;
            }
        }
        return best.<Recognition>map(found -> new Recognition.Recognized(
                        found.wording(), found.match().group(), found.wording().values(found.match())))
                .orElseGet(() -> new Recognition.NotRecognized(nearest(text)));
    }

    private Optional<MessageFamily> nearest(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Optional<MessageFamily> nearest = Optional.empty();
        double most = NEAR;
        for (String line : lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())) {
            Set<String> said = words(PastedText.plain(line.substring(0, Math.min(line.length(), LONGEST_LINE))));
            for (int i = 0; i < wordings.size(); i++) {
                double share = share(words.get(i), said);
                if (share > most) {
                    most = share;
                    nearest = Optional.of(wordings.get(i).family());
                }
            }
        }
        return nearest;
    }

    private static double share(Set<String> wanted, Set<String> said) {
        long common = wanted.stream().filter(said::contains).count();
        return common < LEAST_WORDS ? 0 : (double) common / wanted.size();
    }

    private static Set<String> words(String text) {
        Set<String> out = new HashSet<>();
        Arrays.stream(NO_WORD.split(text))
                .filter(word -> word.length() >= LEAST_LETTERS)
                .forEach(word -> out.add(word.toLowerCase(Locale.ROOT)));
        return out;
    }
}

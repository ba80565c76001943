package lossgrid.app.check;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * One line on a terminal with the progress of a check, rewritten a few times a second. Another thread counts the files,
 * since there is no list of them.
 */
final class CheckProgress implements AutoCloseable {
    private static final Path ERR = Path.of("/proc/self/fd/2");
    private static final int WIDTH = 30;
    /** The first character that takes two columns: Chinese and its punctuation. */
    private static final char FIRST_WIDE = '\u2e80';

    private static final long NANOS_BETWEEN = 100_000_000;
    private static final long UNKNOWN = -1;

    private final PrintStream err;
    private final CheckText texts;
    private final LongSupplier clock;
    private final AtomicLong total = new AtomicLong(UNKNOWN);
    private final boolean hasBlocks;
    private long done;
    private long found;
    private long last;
    private int shown;

    /** @param clock the time in nanoseconds */
    CheckProgress(PrintStream err, CheckText texts, LongSupplier clock) {
        this.err = err;
        this.texts = texts;
        this.clock = clock;
        this.hasBlocks = err.charset().newEncoder().canEncode("█·");
        this.last = clock.getAsLong() - NANOS_BETWEEN;
    }

    /**
     * Whether standard error is probably a terminal: Linux says where it leads; elsewhere a terminal for standard input
     * and output is taken as a sign.
     */
    static boolean isWanted() {
        try {
            return isTerminal(Files.readSymbolicLink(ERR));
        } catch (IOException | UnsupportedOperationException unknown) {
            return isDialogue();
        }
    }

    /** Whether both standard input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again where there is no terminal.
    static boolean isDialogue() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static boolean isTerminal(Path device) {
        return device.startsWith("/dev/pts") || device.toString().matches("/dev/(tty|console).*");
    }

    /** Counts the items of the walk on another thread, which ends with the program at the latest. */
    Thread count(List<Path> roots) {
        return Thread.ofPlatform().daemon().name("count").start(() -> {
            long items = 0;
            for (MaskTree tree = new MaskTree(roots); tree.hasNext(); ) {
                items += tree.next() instanceof MaskTree.Item.Folder ? 0 : 1;
            }
            total.set(items);
        });
    }

    void add(MaskReport report) {
        done++;
        if (report instanceof MaskReport.Checked checked) {
            found += checked.masks().stream()
                    .mapToLong(mask -> mask.lines().size())
                    .sum();
        }
        long now = clock.getAsLong();
        if (now - last >= NANOS_BETWEEN) {
            last = now;
            show(line());
        }
    }

    private String line() {
        long all = total.get();
        String findings = texts.get(CheckText.Key.PROGRESS, found);
        if (all < done) {
            return done + "  " + findings;
        }
        int full = (int) (WIDTH * done / Math.max(all, 1));
        return "[" + full().repeat(full) + empty().repeat(WIDTH - full) + "] " + done + "/" + all + "  " + findings;
    }

    private String full() {
        return hasBlocks ? "█" : "#";
    }

    private String empty() {
        return hasBlocks ? "·" : ".";
    }

    private void show(String text) {
        int columns = columns(text);
        err.print("\r" + text + " ".repeat(Math.max(0, shown - columns)));
        err.flush();
        shown = columns;
    }

    private static int columns(String text) {
        return (int) (text.length() + text.chars().filter(c -> c >= FIRST_WIDE).count());
    }

    /** Clears the line for another one. */
    void clear() {
        if (shown > 0) {
            show("");
            err.print("\r");
            err.flush();
        }
    }

    @Override
    public void close() {
        clear();
    }
}

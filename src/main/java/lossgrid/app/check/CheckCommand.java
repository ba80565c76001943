package lossgrid.app.check;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.document.LossOptions;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.MaskContext;
import lossgrid.words.FindingText;
import lossgrid.words.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossgrid check PATH...}: applies the rules about labels to files and whole folders of masks. */
@Command(
        name = CheckCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Finds mistakes in masks: PNG, TIFF, BMP, .npy, .npz, CSV and text files.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no problems were found; notes do not count",
            "1:problems were found",
            "2:a file cannot be read, there is none, or the command line is wrong"
        })
public final class CheckCommand implements Callable<Integer> {
    public static final String NAME = "check";

    private static final int OK = 0;
    private static final int FOUND = 1;
    private static final int BAD_FILE = 2;
    private static final int MOST_THREADS = 256;

    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Masks, or folders of them; files in a folder that are not arrays are skipped.")
    private List<Path> paths = List.of();

    @Option(names = "--classes", required = true, paramLabel = "N", description = "The number of classes.")
    private int classes;

    @Option(
            names = "--ignore-index",
            paramLabel = "K",
            description = "The label that the loss ignores (default ${DEFAULT-VALUE}).")
    private long ignoreIndex = LossOptions.DEFAULT_IGNORE_INDEX;

    @Option(
            names = "--palette",
            paramLabel = "NAME",
            description =
                    "The palette to compare colours with: voc, cityscapes, cityscapes-ids or ade20k (default: all).")
    private @Nullable String palette;

    @Option(names = "--json", description = "Prints one line of JSON per file, and one with the summary.")
    private boolean json;

    @Option(names = "--lang", defaultValue = "en", paramLabel = "en|zh", description = "The language of the findings.")
    private String language = "";

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "The number of files read at a time (default: the number of processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** The command on the standard streams. */
    public CheckCommand() {
        this(System.out, System.err);
    }

    CheckCommand(OutputStream out, PrintStream err) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
        this.err = err;
    }

    /**
     * Checks every file.
     *
     * @return the exit code: 0, 1 if something was found, 2 if a file was bad or there was none
     */
    @Override
    public Integer call() {
        Language spoken = parseLanguage();
        CheckText texts = CheckText.in(spoken);
        FindingText findings = FindingText.in(spoken);
        MaskContext context = parseContext();
        CheckSummary summary = new CheckSummary();
        CheckJson lines = new CheckJson(out);
        MaskRun run = new MaskRun(new MaskCheck(context, findings, threads), threads);
        try (CheckProgress progress = new CheckProgress(err, texts, System::nanoTime)) {
            // Lines of JSON on the same terminal show the progress themselves, and would break the bar.
            boolean isShown = CheckProgress.isWanted() && !(json && CheckProgress.isDialogue());
            if (isShown) {
                progress.count(paths);
            }
            run.run(new MaskTree(paths), report -> {
                summary.add(report);
                if (isShown) {
                    progress.add(report);
                }
                if (report instanceof MaskReport.Unreadable(var path, var reason)) {
                    progress.clear();
                    complain(path + ": " + reason);
                }
                if (json) {
                    lines.print(report);
                }
            });
        }
        if (json) {
            lines.print(summary, context);
        } else {
            new CheckOutput(out, texts, findings).print(summary, context);
        }
        out.flush();
        return exitCode(summary, texts);
    }

    private int exitCode(CheckSummary summary, CheckText texts) {
        if (summary.unreadable() > 0) {
            return BAD_FILE;
        }
        if (summary.files() == 0) {
            complain(texts.get(CheckText.Key.NONE));
            return BAD_FILE;
        }
        return summary.hasFindings() ? FOUND : OK;
    }

    private MaskContext parseContext() {
        if (classes < 1) {
            throw wrong("--classes must be 1 or more, not " + classes);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw wrong("--threads must be 1 to " + MOST_THREADS + ", not " + threads);
        }
        return MaskContext.ofFile(classes, ignoreIndex, parsePalettes());
    }

    private List<Palette> parsePalettes() {
        if (palette == null) {
            return Arrays.stream(BuiltInPalette.values())
                    .map(BuiltInPalette::palette)
                    .toList();
        }
        String name = palette;
        return List.of(BuiltInPalette.named(name)
                .orElseThrow(() -> wrong("--palette must be one of "
                        + Stream.of(BuiltInPalette.values())
                                .map(BuiltInPalette::id)
                                .collect(Collectors.joining(", "))
                        + ", not " + name))
                .palette());
    }

    private Language parseLanguage() {
        return switch (language) {
            case "en" -> Language.ENGLISH;
            case "zh" -> Language.CHINESE;
            default -> throw wrong("--lang must be en or zh");
        };
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli has set no value");
        }
        return new ParameterException(spec.commandLine(), message);
    }

    private void complain(String message) {
        err.println("lossgrid check: " + message.replaceAll("\\p{Cntrl}", "?"));
    }
}

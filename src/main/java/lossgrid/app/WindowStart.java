package lossgrid.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Application;
import lossgrid.app.check.CheckCommand;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.finding.rule.RuleSet;
import picocli.CommandLine;

/** What the command line asks of the window: a file to open, and how long to stay. */
record WindowStart(Optional<Path> file, ExitTrigger exitTrigger) {
    private static final String WITHOUT_DISPLAY = "Lossgrid found no display to open its window on. "
            + "`lossgrid render FILE --out board.png` draws the board without one.";
    private static final Set<String> SUBCOMMANDS = Set.of(EvalCommand.NAME, RenderCommand.NAME, CheckCommand.NAME);
    /** What an argument begins with that Picocli has to read: options, files of arguments, quotes. */
    private static final String SPECIAL = "-@\"'";

    /**
     * The window, if the command line asks for nothing else. Loading Picocli would be a tenth of the time until the window shows, so it is
     * kept for command lines that have more to say.
     */
    static Optional<WindowStart> of(String... arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        ExitTrigger exitTrigger = Stream.of(ExitTrigger.FIRST_FRAME, ExitTrigger.REHEARSAL)
                .filter(asked -> rest.remove(asked.option()))
                .findFirst()
                .orElse(ExitTrigger.USER);
        if (rest.isEmpty()) {
            return Optional.of(new WindowStart(Optional.empty(), exitTrigger));
        }
        return rest.size() == 1
                ? file(rest.getFirst()).map(file -> new WindowStart(Optional.of(file), exitTrigger))
                : Optional.empty();
    }

    private static Optional<Path> file(String argument) {
        if (argument.isEmpty() || SPECIAL.indexOf(argument.charAt(0)) >= 0 || SUBCOMMANDS.contains(argument)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(argument));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns when the window has closed. No failure without a display: whoever has none gets told what works without one. */
    int open(Consumer<String> say) {
        if (Display.isPresent()) {
            warmUp();
            try {
                Application.launch(LossgridApplication.class, arguments());
                return CommandLine.ExitCode.OK;
            } catch (UnsupportedOperationException noSuchDisplay) {
                // The same as none.
            }
        }
        say.accept(WITHOUT_DISPLAY);
        return CommandLine.ExitCode.OK;
    }

    /** While JavaFX starts, another core loads the classes that read and analyze a document, by doing so; what comes of it is dropped. */
    private static void warmUp() {
        Thread.ofPlatform().daemon().name("lossgrid-warm-up").start(() -> {
            Analysis first = Analyzer.analyze(LossgridApplication.LESSON.open());
            RuleSet.of(Analyzer.analyze(LossgridApplication.LESSON.open(), first), List.of());
        });
    }

    /** For JavaFX, which hands arguments to the application: what {@link #handed} reads. */
    String[] arguments() {
        return Stream.concat(Stream.of(exitTrigger.name()), file.map(Path::toString).stream())
                .toArray(String[]::new);
    }

    static WindowStart handed(List<String> arguments) {
        return new WindowStart(
                arguments.stream().skip(1).findFirst().map(Path::of), ExitTrigger.valueOf(arguments.getFirst()));
    }
}

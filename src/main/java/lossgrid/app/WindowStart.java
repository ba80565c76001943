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

/** The window's part of the command line: a file to open, and the event at which to close. */
record WindowStart(Optional<Path> file, ExitTrigger exitTrigger) {
    private static final String WITHOUT_DISPLAY = "Lossgrid found no display for its window. "
            + "`lossgrid render FILE --out board.png` draws the board without one.";
    private static final Set<String> SUBCOMMANDS = Set.of(EvalCommand.NAME, RenderCommand.NAME, CheckCommand.NAME);
    /** The first characters of arguments that Picocli has to read: options, files of arguments, quotes. */
    private static final String SPECIAL = "-@\"'";

    /**
     * The window's start, if the command line does not ask for anything else. Loading Picocli takes a tenth of the time
     * until the window shows, so it is used for other command lines only.
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

    /** Opens the window and returns when it has closed. Without a display it says which commands work without one. */
    int open(Consumer<String> say) {
        if (Display.isPresent()) {
            warmUp();
            try {
                Application.launch(LossgridApplication.class, arguments());
                return CommandLine.ExitCode.OK;
            } catch (UnsupportedOperationException noSuchDisplay) {
                // Treated as no display.
            }
        }
        say.accept(WITHOUT_DISPLAY);
        return CommandLine.ExitCode.OK;
    }

    /**
     * Loads the classes that read and analyze a document on another core while JavaFX starts, by doing so and dropping
     * the result.
     */
    private static void warmUp() {
        Thread.ofPlatform().daemon().name("lossgrid-warm-up").start(() -> {
            Analysis first = Analyzer.analyze(LossgridApplication.LESSON.open());
            RuleSet.of(Analyzer.analyze(LossgridApplication.LESSON.open(), first), List.of());
        });
    }

    /** The arguments that JavaFX passes to the application, and that {@link #handed} reads. */
    String[] arguments() {
        return Stream.concat(Stream.of(exitTrigger.name()), file.map(Path::toString).stream())
                .toArray(String[]::new);
    }

    static WindowStart handed(List<String> arguments) {
        return new WindowStart(
                arguments.stream().skip(1).findFirst().map(Path::of), ExitTrigger.valueOf(arguments.getFirst()));
    }
}

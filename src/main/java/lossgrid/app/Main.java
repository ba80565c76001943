package lossgrid.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code lossgrid}: opens the window, or runs one of the subcommands, which need no display. */
@Command(
        name = "lossgrid",
        description = "Shows how PyTorch computes the cross-entropy of an image, cell by cell.",
        mixinStandardHelpOptions = true,
        version = "Lossgrid 0.1.0",
        subcommands = {EvalCommand.class, RenderCommand.class, CheckCommand.class})
public final class Main implements Callable<Integer> {
    static final String EXIT_AFTER_FIRST_FRAME = "--exit-after-first-frame";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A document, a mask or an array to open.")
    private @Nullable Path file;

    @Option(names = EXIT_AFTER_FIRST_FRAME, hidden = true)
    private boolean exitAfterFirstFrame;

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setParameterExceptionHandler(new UsageErrors());
    }

    @Override
    public Integer call() {
        if (!Display.isPresent()) {
            return withoutDisplay();
        }
        List<String> arguments = new ArrayList<>();
        if (file != null) {
            arguments.add(file.toString());
        }
        if (exitAfterFirstFrame) {
            arguments.add(EXIT_AFTER_FIRST_FRAME);
        }
        try {
            Application.launch(LossgridApplication.class, arguments.toArray(String[]::new));
            return CommandLine.ExitCode.OK;
        } catch (UnsupportedOperationException noSuchDisplay) {
            return withoutDisplay();
        }
    }

    /** No failure: whoever has no display gets told what works without one. */
    private int withoutDisplay() {
        Objects.requireNonNull(spec)
                .commandLine()
                .getErr()
                .println("Lossgrid found no display to open its window on. "
                        + "`lossgrid render FILE --out board.png` draws the board without one.");
        return CommandLine.ExitCode.OK;
    }
}

package lossgrid.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import lossgrid.app.check.CheckCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code lossgrid}: opens the window, or runs one of the subcommands, which work without a display. */
@Command(
        name = "lossgrid",
        description = "Shows how PyTorch computes the cross-entropy of an image, cell by cell.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {EvalCommand.class, RenderCommand.class, CheckCommand.class})
public final class Main implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A document, a mask or an array to open.")
    private @Nullable Path file;

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        System.exit(WindowStart.of(args)
                .map(window -> window.open(System.err::println))
                .orElseGet(() -> run(args)));
    }

    private static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine lossgrid = new CommandLine(new Main()).setParameterExceptionHandler(new UsageErrors());
        lossgrid.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .versionProvider(new ProgramVersion()));
        return lossgrid;
    }

    @Override
    public Integer call() {
        return new WindowStart(Optional.ofNullable(file), ExitTrigger.USER)
                .open(Objects.requireNonNull(spec).commandLine().getErr()::println);
    }
}

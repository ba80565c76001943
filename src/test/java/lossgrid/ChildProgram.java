package lossgrid;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs among the tests that run in a process of their own, so that they can be killed. */
public final class ChildProgram {
    private static final int PATIENCE_SECONDS = 30;

    private ChildProgram() {}

    /** Starts the {@code main} of a test class, with what this process has on its module and class paths. */
    public static Process start(Class<?> program, String... arguments) throws IOException {
        String path = String.join(
                System.getProperty("path.separator"),
                testClasses().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path testClasses() {
        URI own = URI.create(Objects.requireNonNull(ChildProgram.class.getResource("ChildProgram.class"))
                .toString());
        return Path.of(own).resolve("..").resolve("..").normalize();
    }

    /** The exit code. */
    public static int awaitEnd(Process child) throws InterruptedException {
        if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            throw new IllegalStateException("the child does not end");
        }
        return child.exitValue();
    }
}

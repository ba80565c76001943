package lossgrid.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A Python on this machine, if there is one that can import a module. */
record Python(String command) {
    private static final List<String> COMMANDS = List.of("python3", "/usr/bin/python3");
    private static final Map<String, Optional<Python>> FOUND = new ConcurrentHashMap<>();

    record Result(int exitCode, String output) {}

    static Optional<Python> with(String module) {
        return FOUND.computeIfAbsent(module, _ -> COMMANDS.stream()
                .map(Python::new)
                .filter(python -> python.canImport(module))
                .findFirst());
    }

    private boolean canImport(String module) {
        try {
            return run("-c", "import " + module).exitCode() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    Result run(String... arguments) throws IOException {
        Path output = Files.createTempFile("python", ".txt");
        try {
            String[] line = new String[arguments.length + 1];
            line[0] = command;
            System.arraycopy(arguments, 0, line, 1, arguments.length);
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command + " does not end");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }
}

package lossgrid.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.document.ExperimentCodec;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.json.AnalysisJson;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code lossgrid eval FILE...}: one line of JSON for each document, in UTF-8; see {@link AnalysisJson}. A file that is
 * not a document has a line on standard error instead, and the others are still evaluated.
 */
@Command(
        name = EvalCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Prints what PyTorch computes for each document, as one line of JSON.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every stage of every document has a value",
            "1:PyTorch would raise an error in some stage",
            "2:a file cannot be read, or the command line is wrong"
        })
public final class EvalCommand implements Callable<Integer> {
    static final String NAME = "eval";

    private static final int OK = 0;
    private static final int REFUSED = 1;
    private static final int BAD_FILE = 2;

    private static final String STANDARD_INPUT = "-";

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Documents; - reads one from standard input.")
    private List<String> files = List.of();

    /** The command on the standard streams. */
    public EvalCommand() {
        this(System.in, System.out, System.err);
    }

    EvalCommand(InputStream in, OutputStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Evaluates every file.
     *
     * @return the exit code: 0, 1 if a stage raised, 2 if a file was bad
     * @throws IOException when the output cannot be written
     */
    @Override
    public Integer call() throws IOException {
        Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        int exit = OK;
        for (String file : files) {
            Optional<Experiment> document = read(file);
            if (document.isPresent()) {
                Analysis analysis = Analyzer.analyze(document.get());
                AnalysisJson.write(file, analysis, json);
                json.flush();
                exit = Math.max(exit, analysis.hasRaised() ? REFUSED : OK);
            } else {
                exit = BAD_FILE;
            }
        }
        return exit;
    }

    /** Reads the document; empty, after a message about the problem, if it cannot be read. */
    private Optional<Experiment> read(String file) {
        try {
            return Optional.of(
                    file.equals(STANDARD_INPUT) ? ExperimentCodec.read(in) : DocumentFiles.open(Path.of(file)));
        } catch (IOException bad) {
            boolean isArray = !file.equals(STANDARD_INPUT) && ArrayFiles.beginsAsArray(Path.of(file));
            complain(
                    isArray
                            ? file + ": an array, not a document; use lossgrid render or check"
                            : UnreadableFile.of(file, bad).getMessage());
        } catch (InvalidPathException bad) {
            complain(file + ": " + bad.getMessage());
        }
        return Optional.empty();
    }

    private void complain(String message) {
        err.println("lossgrid eval: " + message.replaceAll("\\p{Cntrl}", "?"));
    }
}

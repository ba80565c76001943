package lossgrid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.document.ExperimentCodec;
import lossgrid.io.document.Lesson;
import lossgrid.io.npy.NpyCodec;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class EvalCommandTest {
    @Command(name = "lossgrid")
    private static final class Root {}

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringWriter usage = new StringWriter();

    private int run(byte[] in, Object... files) {
        EvalCommand eval =
                new EvalCommand(new ByteArrayInputStream(in), out, new PrintStream(err, true, StandardCharsets.UTF_8));
        String[] args = new String[files.length + 1];
        args[0] = "eval";
        for (int i = 0; i < files.length; i++) {
            args[i + 1] = files[i].toString();
        }
        return new CommandLine(new Root())
                .addSubcommand(eval)
                .setParameterExceptionHandler(new UsageErrors())
                .setErr(new PrintWriter(usage))
                .execute(args);
    }

    private int run(Object... files) {
        return run(new byte[0], files);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void anArrayIsNoDocument() throws IOException {
        Path array = file("x.npy", NpyCodec.write(LabelArray.ofLongs(DType.INT64, Shape.of(1, 1), 0)));
        assertThat(run(array)).isEqualTo(2);
        assertThat(err())
                .isEqualToNormalizingNewlines(
                        "lossgrid eval: " + array + ": an array, not a document; use lossgrid render or check\n");
        assertThat(out()).isEmpty();
    }

    private Path good() throws IOException {
        return file("单通道.json", ExperimentCodec.write(Lesson.SINGLE_CHANNEL.open()));
    }

    private Path thrown() throws IOException {
        Experiment lesson = Lesson.TWO_CHANNEL.open();
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(2, 2, 2), _ -> 255);
        return file("refused.json", ExperimentCodec.write(lesson.withLabels(labels)));
    }

    private Path bad() throws IOException {
        return file("bad.json", "{\"lossgrid\": 2}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void printsALineForEachDocument() throws IOException {
        Path good = good();

        assertThat(run(good, good)).isZero();

        assertThat(out().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith("{\"file\": \"" + good + "\", \"probabilities\": {\"dtype\": \"float32\"")
                .contains("\"loss\": 0.6861"));
        assertThat(err()).isEmpty();
    }

    @Test
    void aRefusedStageIsExitCode1() throws IOException {
        assertThat(run(thrown(), good())).isEqualTo(1);

        assertThat(out().lines()).hasSize(2);
        assertThat(out()).contains("{\"type\": \"IndexError\", \"message\": \"Target 255 is out of bounds.\"}");
        assertThat(err()).isEmpty();
    }

    @Test
    void aBadFileIsExitCode2AndStopsNothing() throws IOException {
        Path bad = bad();

        assertThat(run(bad, folder.resolve("none.json"), good(), thrown())).isEqualTo(2);

        assertThat(out().lines()).hasSize(2);
        assertThat(err().lines())
                .containsExactly(
                        "lossgrid eval: " + bad
                                + ": lossgrid: version 2, written by a newer Lossgrid; this one reads version 1",
                        "lossgrid eval: " + folder.resolve("none.json") + ": there is no such file");
    }

    @Test
    void readsStandardInput() {
        assertThat(run(ExperimentCodec.write(Lesson.TWO_CHANNEL.open()), "-")).isZero();

        assertThat(out()).startsWith("{\"file\": \"-\", ").contains("\"loss\": 0.9823");
    }

    @Test
    void saysWhatIsWrongWithStandardInput() {
        assertThat(run("{".getBytes(StandardCharsets.UTF_8), "-")).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err())
                .isEqualTo("lossgrid eval: -: line 1, column 2: the document ends too early" + System.lineSeparator());
    }

    @Test
    void anErrorIsOneLineWhateverTheName() {
        assertThat(run("no\nsuch\u0007file")).isEqualTo(2);

        assertThat(err().lines()).containsExactly("lossgrid eval: no?such?file: there is no such file");
    }

    @Test
    void aNameThatNoFileCanHaveIsABadFile() {
        assertThat(run("a\u0000b")).isEqualTo(2);

        assertThat(err().lines()).containsExactly("lossgrid eval: a?b: Nul character not allowed: a?b");
    }

    @Test
    void aWrongCommandLineIsOneLineToo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--fast", "a.json")).isEqualTo(2);

        assertThat(usage.toString().lines())
                .containsExactly(
                        "lossgrid eval: Missing required parameter: 'FILE'", "lossgrid eval: Unknown option: '--fast'");
        assertThat(out()).isEmpty();
    }
}

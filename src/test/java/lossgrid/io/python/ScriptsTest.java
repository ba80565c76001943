package lossgrid.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.EncodedExperiments;
import lossgrid.fixtures.MixedExperiments;
import lossgrid.fixtures.Python;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.EncodingChain;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Shift;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.StepKind;
import lossgrid.model.text.PythonLiteral;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts are Python, hold the document's exact numbers, and compute what the window shows. */
class ScriptsTest {
    /** More of them with {@code -Dscripts.seeds=2000}. */
    private static final int SEEDS = Integer.getInteger("scripts.seeds", 48);

    private static final Map<String, Analysis> CASES = new LinkedHashMap<>();

    /** Runs all scripts of a folder in one process; prints failures, and exits with 1 if there were any. */
    private static final String RUN_ALL = """
        import contextlib, io, pathlib, runpy, sys, traceback
        failed = 0
        for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
            said = io.StringIO()
            try:
                with contextlib.redirect_stdout(said):
                    runpy.run_path(str(path), run_name="__main__")
            except BaseException:
                failed += 1
                print(path.name, said.getvalue(), traceback.format_exc())
        print(failed, "failed")
        sys.exit(1 if failed else 0)
        """;

    private static final String PARSE_ALL = """
        import ast, pathlib, sys
        for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
            ast.parse(path.read_text(encoding="utf-8"), str(path))
        """;

    @TempDir
    Path folder;

    @BeforeAll
    static void analyze() {
        for (Lesson lesson : Lesson.values()) {
            CASES.put(lesson.id(), Analyzer.analyze(lesson.open()));
        }
        for (int seed = 0; seed < SEEDS; seed++) {
            CASES.put("seed-%05d".formatted(seed), Analyzer.analyze(MixedExperiments.draw(seed)));
            CASES.put("chain-%05d".formatted(seed), Analyzer.analyze(EncodedExperiments.draw(seed)));
        }
        CASES.put("large", Analyzer.analyze(large()));
    }

    /** 5,000 pixels: arrays as bytes. */
    private static Experiment large() {
        Random random = new Random(7);
        Experiment lesson = Lesson.TWO_CHANNEL.open();
        Shape shape = Shape.of(1, 2, 50, 100);
        return lesson.withLogits(Tensor.generate(shape, _ -> (float) random.nextGaussian()))
                .withLabels(LabelArray.ofLongs(DType.INT64, shape.remove(1), _ -> random.nextInt(2)));
    }

    private void writeAll(Function<Analysis, String> script) throws IOException {
        for (Map.Entry<String, Analysis> each : CASES.entrySet()) {
            Files.writeString(folder.resolve(each.getKey() + ".py"), script.apply(each.getValue()));
        }
    }

    private static Python pythonWith(String module) {
        Optional<Python> python = Python.with(module);
        if (python.isEmpty()) {
            System.out.println("No python3 with " + module + " here: its scripts are not run.");
            return abort("no python3 with " + module);
        }
        return python.get();
    }

    private void assertRuns(Python python, String program) throws IOException {
        Python.Result result = python.run("-c", program, folder.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void theCasesHaveLossesAndRefusalsOfEveryKind() {
        assertThat(CASES.values().stream().filter(Analysis::hasRaised).count()).isBetween(8L, CASES.size() - 15L);
        assertThat(CASES.values().stream()
                        .filter(each -> each.loss().value().isPresent())
                        .map(each -> each.experiment().recipe().loss())
                        .distinct())
                .hasSize(5);
    }

    @Test
    void theChainsHaveStepsOfEveryKindThatIsWorkedWith() {
        List<EncodingStep> computed = CASES.values().stream()
                .filter(each -> each.loss().value().isPresent())
                .flatMap(each -> each.experiment().encoding().stream())
                .toList();
        assertThat(computed.stream().map(StepKind::of)).contains(StepKind.values());
        assertThat(computed).anyMatch(EncodingChain::isOff);
    }

    @Test
    void aStepThatIsSwitchedOffIsAComment() {
        Experiment experiment = Lesson.TWO_CHANNEL.open().withEncoding(List.of(new Skipped(new Shift(-1))));
        assertThat(TorchScript.of(Analyzer.analyze(experiment))).contains("\n# turned off: y = y - 1\n");
        assertThat(NumpyScript.of(Analyzer.analyze(experiment))).contains("\n# turned off: y = y - 1\n");
    }

    @Test
    void everyScriptIsPython() throws IOException {
        Python python = pythonWith("ast");
        writeAll(TorchScript::of);
        assertRuns(python, PARSE_ALL);
        writeAll(NumpyScript::of);
        assertRuns(python, PARSE_ALL);
    }

    @Test
    void pytorchFindsEveryLossAndRefusal() throws IOException {
        Python python = pythonWith("torch");
        writeAll(TorchScript::of);
        assertRuns(python, RUN_ALL);
    }

    @Test
    void numpyFindsEveryLoss() throws IOException {
        Python python = pythonWith("numpy");
        writeAll(NumpyScript::of);
        assertRuns(python, RUN_ALL);
    }

    @Test
    void aScriptFailsWhenTheLossIsAnother() throws IOException {
        Python python = pythonWith("numpy");
        String script = NumpyScript.of(CASES.get("two-channel"));
        Files.writeString(
                folder.resolve("wrong.py"),
                script.replaceFirst("SHOWN = 0\\.(\\d)", "SHOWN = 0.5$1").replace("0.9", "0.8"));
        assertThat(python.run("-c", RUN_ALL, folder.toString()).output()).contains("not the loss that Lossgrid shows");
    }

    @Test
    void theLogitsReadBackToTheBit() {
        CASES.forEach((name, analysis) -> {
            Tensor logits = analysis.experiment().logits();
            for (String script : List.of(TorchScript.of(analysis), NumpyScript.of(analysis))) {
                assertThat(floatsOf(script, "x")).as(name).isEqualTo(logits.toArray());
            }
        });
    }

    @Test
    void theLabelsReadBackWithTheirType() {
        CASES.forEach((name, analysis) -> {
            LabelArray labels = analysis.experiment().labels();
            if (labels.size() > PythonArrays.MOST_WRITTEN_OUT) {
                return;
            }
            String data = written(TorchScript.of(analysis), "y");
            assertThat(data).as(name).endsWith("dtype=torch." + labels.dtype().torchName());
            List<String> numbers = numbers(data.substring(0, data.lastIndexOf("], dtype")));
            assertThat(numbers).as(name).hasSize(labels.size());
            for (int i = 0; i < labels.size(); i++) {
                double read = read(numbers.get(i));
                assertThat(labels.dtype() == DType.FLOAT32 ? (float) read : read)
                        .as(name)
                        .isEqualTo(labels.doubleAt(i));
            }
        });
    }

    @Test
    void everyFloatHasADecimalThatReadsBackByWayOfADouble() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                assertThat((float) Double.parseDouble(PythonLiteral.number(value)))
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void aTitleStaysInItsComment() {
        Experiment named = Lesson.TWO_CHANNEL.open().withTitle("a\nimport os\r\u2028b\u0000c");
        assertThat(TorchScript.of(Analyzer.analyze(named))).startsWith("# a import os b c\n");
    }

    /** The text between {@code name = } and the closing bracket of that statement. */
    private static String written(String script, String name) {
        Matcher start = Pattern.compile("^" + name + " = ", Pattern.MULTILINE).matcher(script);
        assertThat(start.find()).isTrue();
        int depth = 0;
        for (int i = start.end(); i < script.length(); i++) {
            depth += script.charAt(i) == '(' ? 1 : 0;
            if (script.charAt(i) == ')' && --depth == 0) {
                return script.substring(start.end(), i);
            }
        }
        throw new AssertionError("no end of " + name);
    }

    private static float[] floatsOf(String script, String name) {
        String data = written(script, name);
        Matcher bytes = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL).matcher(data);
        if (bytes.find()) {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getMimeDecoder().decode(bytes.group(1)))
                    .order(ByteOrder.LITTLE_ENDIAN);
            float[] out = new float[buffer.remaining() / Float.BYTES];
            buffer.asFloatBuffer().get(out);
            return out;
        }
        List<String> numbers = numbers(data.substring(0, data.lastIndexOf("], dtype")));
        float[] out = new float[numbers.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) read(numbers.get(i));
        }
        return out;
    }

    private static List<String> numbers(String data) {
        return Arrays.stream(data.substring(data.indexOf('[')).split("[\\[\\],\\s]+"))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private static double read(String number) {
        return switch (number) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "True" -> 1;
            case "False" -> 0;
            default -> Double.parseDouble(number);
        };
    }
}

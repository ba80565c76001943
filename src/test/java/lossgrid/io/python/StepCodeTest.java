package lossgrid.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import lossgrid.fixtures.ArbitrarySteps;
import lossgrid.fixtures.Python;
import lossgrid.io.json.JsonText;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingCode;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.StepKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line of PyTorch that a step prints does the same as the step, and so does its form in NumPy. */
class StepCodeTest {
    /** Drawn labels for each kind of step; more of them with {@code -Dsteps.seeds=2000}. */
    private static final int SEEDS = Integer.getInteger("steps.seeds", 40);

    private static final long[] WHOLE = {0, 1, 2, 7, 44, 127, 128, 255, -1, -7, -100, 1L << 40, Long.MIN_VALUE};
    private static final double[] REAL = {
        0, -0.0, 1, 0.5, 2, 255, -7, 1e10, 3e38, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    private static final String CHECK = """

        def check(name, y, expected):
            same = y.dtype == expected.dtype and y.shape == expected.shape
            if not same or not ((y == expected) | ((y != y) & (expected != expected))).all():
                print(name, "gives", y.dtype, tuple(y.shape), y.tolist(), "not", expected)
                failed.append(name)

        """;

    @TempDir
    Path folder;

    private record Case(String name, LabelArray before, EncodingStep step) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed * 31L + kind.name().hashCode());
                Case drawn =
                        new Case(kind + " seed " + seed, labels(random, kind), new ArbitrarySteps(random).of(kind));
                if (!isBeyondPyTorch(drawn)) {
                    cases.add(drawn);
                }
            }
        }
        return cases;
    }

    /**
     * Floor division of the least number by −1, which ends PyTorch 1.13's process, and one whose quotient overflows:
     * there its result depends on the position of the element in the array.
     */
    private static boolean isBeyondPyTorch(Case each) {
        if (!(each.step() instanceof Divide(double by, boolean floor)) || !floor) {
            return false;
        }
        LabelArray y = each.before();
        return IntStream.range(0, y.size())
                .anyMatch(i -> y.dtype().isFloatingPoint()
                        ? Double.isFinite(y.doubleAt(i)) && Math.abs(y.doubleAt(i) / by) > Float.MAX_VALUE && by != 0
                        : by == -1 && y.longAt(i) < -(1L << 30));
    }

    private static LabelArray labels(Random random, StepKind kind) {
        DType dtype = kind == StepKind.ONE_HOT && random.nextInt(4) > 0 ? DType.INT64 : oneOf(random, DType.values());
        int rank = random.nextInt(12) == 0 ? 1 : random.nextInt(2, 5);
        int[] dims = IntStream.generate(() -> random.nextInt(40) == 0 ? 0 : 1 + random.nextInt(4))
                .limit(rank)
                .toArray();
        boolean colors = kind == StepKind.COLORS_TO_INDICES;
        if (colors && random.nextInt(6) > 0) {
            dims[rank - 1] = 3 + random.nextInt(2);
        }
        boolean small = colors || kind == StepKind.ONE_HOT;
        return dtype.isFloatingPoint()
                ? LabelArray.ofDoubles(
                        dtype, Shape.of(dims), _ -> small ? component(random) : REAL[random.nextInt(REAL.length)])
                : LabelArray.ofLongs(
                        dtype,
                        Shape.of(dims),
                        _ -> small ? (long) component(random) : WHOLE[random.nextInt(WHOLE.length)]);
    }

    private static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static double component(Random random) {
        return random.nextInt(8) == 0 ? 255 : random.nextInt(3);
    }

    private static Python pythonWith(String module) {
        Optional<Python> python = Python.with(module);
        return python.isPresent() ? python.get() : abort("no python3 with " + module);
    }

    private void assertRuns(Python python, String script) throws IOException {
        Path file = folder.resolve("steps.py");
        Files.writeString(file, script);
        Python.Result result = python.run(file.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private static String start(String imports, List<String> definitions) {
        return imports + "\nnan, inf = float(\"nan\"), float(\"inf\")\nfailed = []\n\n" + String.join("\n", definitions)
                + "\n" + CHECK;
    }

    private static final String END = "print(len(failed), \"failed\")\nassert not failed\n";

    @Test
    void pytorchDoesWhatEveryStepDoes() throws IOException {
        Python python = pythonWith("torch, numpy");
        List<Case> cases = cases();
        PythonArrays arrays = new PythonArrays(PythonArrays.Library.TORCH);
        List<EncodingStep> steps = cases.stream().map(Case::step).toList();
        String body = cases.stream().map(each -> torch(arrays, each)).collect(Collectors.joining("\n"));

        assertRuns(
                python,
                start(
                                "import base64\nimport numpy as np\nimport torch\nimport torch.nn.functional as F\n",
                                EncodingCode.torchDefinitions(steps))
                        + body
                        + END);
    }

    private static String torch(PythonArrays arrays, Case each) {
        StringBuilder out = new StringBuilder("y = " + arrays.of(each.before()) + "\n");
        each.step().preparation().forEach(line -> out.append(line).append('\n'));
        String code = each.step().torchCode("y");
        String name = JsonText.quote(each.name() + " " + code);
        try {
            LabelArray after = each.step().apply(each.before());
            out.append("try:\n    y = ").append(code);
            out.append("\n    check(%s, y, %s)\n".formatted(name, arrays.of(after)));
            out.append(
                    "except Exception as raised:\n    print(%s, repr(raised))\n    failed.append(1)\n".formatted(name));
        } catch (TorchException exception) {
            out.append("try:\n    y = ").append(code);
            out.append("\n    print(%s, \"computes\", y)\n    failed.append(1)\n".formatted(name));
            out.append("except Exception as raised:\n");
            out.append("    said = str(raised).split(\"\\n\")[0]\n");
            out.append(("    if type(raised).__name__ != \"%s\""
                            + " or (torch.__version__.startswith(\"1.13\") and said != %s):\n")
                    .formatted(exception.type().pythonName(), JsonText.quote(exception.words())));
            out.append("        print(%s, repr(raised))\n        failed.append(1)\n".formatted(name));
        }
        return out.toString();
    }

    @Test
    void numpyDoesWhatEveryStepDoes() throws IOException {
        Python python = pythonWith("numpy");
        PythonArrays arrays = new PythonArrays(PythonArrays.Library.NUMPY);
        List<Case> cases = cases();
        StringBuilder body = new StringBuilder();
        for (Case each : cases) {
            try {
                LabelArray after = each.step().apply(each.before());
                String code = each.step().numpyCode(each.before(), after);
                body.append("y = ").append(arrays.of(each.before())).append('\n');
                body.append("check(%s, %s, %s)\n"
                        .formatted(JsonText.quote(each.name() + " " + code), code, arrays.of(after)));
            } catch (TorchException _) {
                // NumPy's script does not have a line for it.
            }
        }
        List<EncodingStep> steps = cases.stream().map(Case::step).toList();

        assertRuns(
                python,
                start(
                                "import base64\nimport numpy as np\n\nnp.seterr(all=\"ignore\")\n",
                                EncodingCode.numpyDefinitions(steps))
                        + body
                        + END);
    }

    @Test
    void someCasesHaveValuesAndSomeRefusals() {
        for (StepKind kind : StepKind.values()) {
            long computed = cases().stream()
                    .filter(each -> StepKind.of(each.step()) == kind)
                    .filter(StepCodeTest::computes)
                    .count();
            assertThat(computed).as(kind.name()).isGreaterThanOrEqualTo(SEEDS / 4);
        }
        assertThat(cases()).anyMatch(each -> !computes(each));
    }

    private static boolean computes(Case each) {
        try {
            each.step().apply(each.before());
            return true;
        } catch (TorchException _) {
            return false;
        }
    }
}

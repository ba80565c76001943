package lossgrid.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.TorchException;
import lossgrid.core.loss.ComputeMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every case that PyTorch computed, stepwise and in one pass. {@code -Dgolden=DIR} runs those of another directory of
 * the same form.
 *
 * <p>float32 results match within 2e-6 relative or 1e-7 absolute, whichever is larger; NaN matches NaN; everything else
 * matches exactly.
 */
class GoldenTest {
    private static final double RELATIVE = 2e-6;
    private static final double ABSOLUTE = 1e-7;

    private static Path directory() throws URISyntaxException {
        String given = System.getProperty("golden");
        if (given != null) {
            return Path.of(given);
        }
        URL readme = Objects.requireNonNull(GoldenTest.class.getResource("/golden/README.md"));
        return Objects.requireNonNull(Path.of(readme.toURI()).getParent());
    }

    @Test
    void theDirectoryHasCases() throws IOException, URISyntaxException {
        assertThat(GoldenCase.readAll(directory()))
                .as("cases in " + directory())
                .isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> agreesWithPyTorch() throws IOException, URISyntaxException {
        List<GoldenCase> cases = GoldenCase.readAll(directory());
        return Stream.of(ComputeMode.values()).flatMap(compute -> cases.stream()
                .map(c -> DynamicTest.dynamicTest(compute + ", " + c, () -> check(c, compute))));
    }

    private static void check(GoldenCase c, ComputeMode compute) {
        if (c.expectsError()) {
            checkError(c, compute);
            return;
        }
        GoldenResult result = GoldenOps.run(c.op(), c.args(), compute);
        checkArray(c, "out", result.out(), c.expect().path("out"));
        JsonNode gradient = c.expect().path("grad_input");
        if (gradient.isMissingNode()) {
            return;
        }
        if (result.gradInput() == null) {
            fail(c + ": " + c.op() + " has no gradient");
        }
        checkArray(c, "grad_input", result.gradInput().toLabels(), gradient);
    }

    private static void checkError(GoldenCase c, ComputeMode compute) {
        TorchException exception =
                catchThrowableOfType(TorchException.class, () -> GoldenOps.run(c.op(), c.args(), compute));
        assertThat(exception).as("refusal of " + c).isNotNull();
        String words = exception.words().lines().findFirst().orElse("");
        assertThat(exception.type().pythonName() + ": " + words)
                .as(c.toString())
                .isEqualTo(c.error().path("type").asString() + ": "
                        + c.error().path("message").asString());
    }

    private static void checkArray(GoldenCase c, String name, LabelArray actual, JsonNode node) {
        LabelArray expected = GoldenArrays.array(node);
        assertThat(actual.dtype()).as("dtype of " + name + " of " + c).isEqualTo(expected.dtype());
        assertThat(actual.shape()).as("shape of " + name + " of " + c).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(actual, expected, i)) {
                fail("%s: %s[%d] is %s, PyTorch has %s".formatted(c, name, i, actual.at(i), expected.at(i)));
            }
        }
    }

    private static boolean matches(LabelArray actual, LabelArray expected, int i) {
        if (!expected.dtype().isFloatingPoint()) {
            return actual.longAt(i) == expected.longAt(i);
        }
        double a = actual.doubleAt(i);
        double e = expected.doubleAt(i);
        if (Double.isNaN(e) || Double.isInfinite(e)) {
            return Double.compare(a, e) == 0;
        }
        return Math.abs(a - e) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(e));
    }
}

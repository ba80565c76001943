package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import lossgrid.fixtures.DocumentJson;
import lossgrid.io.disk.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error of the arrays in a document, with its place and its words. */
class ArrayErrorTest {
    private static Arguments field(String name, String value, String message) {
        return arguments(DocumentJson.with(name, value), message);
    }

    private static Arguments labels(String dtype, String shape, String data, String message) {
        return arguments(DocumentJson.withLabels(dtype, shape, data), message);
    }

    static Stream<Arguments> dtypesAndShapes() {
        String sizes = "expected a size from 1 to 2147483647, found ";
        return Stream.of(
                labels(
                        "int8",
                        "[1]",
                        "[0]",
                        "labels.dtype: unknown dtype \"int8\"; known: bool, uint8, int16, int32, int64, float32,"
                                + " float64"),
                field("labels", "{\"dtype\": 1}", "labels.dtype: expected a string, found 1"),
                field(
                        "logits",
                        DocumentJson.LOGITS.replace("float32", "float64"),
                        "logits.dtype: logits are float32, not float64"),
                field(
                        "logits",
                        "{\"dtype\": \"float32\", \"shape\": [2], \"data\": [0, 0]}",
                        "logits.shape: expected 4 sizes (N, C, H, W), found 1"),
                labels("int64", "[]", "[0]", "labels.shape: expected 1 to 4 sizes, found 0"),
                labels("int64", "[1, 1, 1, 1, 1]", "[0]", "labels.shape: expected 1 to 4 sizes, found 5"),
                labels("int64", "5", "[0]", "labels.shape: expected a list, found 5"),
                labels("int64", "[2, 0]", "[[], []]", "labels.shape[1]: " + sizes + "0"),
                labels("int64", "[-1]", "[0]", "labels.shape[0]: " + sizes + "-1"),
                labels("int64", "[1.5]", "[0]", "labels.shape[0]: " + sizes + "1.5"),
                labels("int64", "[2147483648]", "[0]", "labels.shape[0]: " + sizes + "2147483648"),
                labels("int64", "[99999999999999999999]", "[0]", "labels.shape[0]: " + sizes + "99999999999999999999"),
                labels(
                        "int64",
                        "[65536, 65536]",
                        "[0]",
                        "labels.shape: [65536, 65536] has more than 2147483647 elements"),
                labels(
                        "int64",
                        "[2147483647, 2147483647, 2147483647, 2147483647]",
                        "[0]",
                        "labels.shape: [2147483647, 2147483647, 2147483647, 2147483647] has more than 2147483647"
                                + " elements"));
    }

    static Stream<Arguments> nesting() {
        return Stream.of(
                labels("int64", "[2]", "0", "labels.data: expected a list, found 0"),
                labels("int64", "[2]", "[0]", "labels.data: expected 2 elements, found 1"),
                labels("int64", "[2]", "[0, 1, 2]", "labels.data: expected 2 elements, found 3"),
                labels("int64", "[2, 2]", "[[0, 1], [2]]", "labels.data[1]: expected 2 elements, found 1"),
                labels("int64", "[2, 2]", "[[0, 1], [2, 3, 4]]", "labels.data[1]: expected 2 elements, found 3"),
                labels("int64", "[2, 2]", "[[0, 1]]", "labels.data: expected 2 elements, found 1"),
                labels("int64", "[2, 2]", "[[0, 1], []]", "labels.data[1]: an empty list"),
                labels("int64", "[2, 2]", "[[0, 1], 2]", "labels.data[1]: expected a list of 2, found 2"),
                labels("int64", "[2, 2]", "[0, 1, 2, 3]", "labels.data[0]: expected a list of 2, found 0"),
                labels("int64", "[2, 2]", "[[0, [1]], [2, 3]]", "labels.data[0][1]: a list is not an int64 value"),
                labels("bool", "[1]", "[[true]]", "labels.data[0]: expected true or false, found a list"),
                labels("float32", "[1]", "[[0.5]]", "labels.data[0]: expected a number, found a list"),
                labels("int64", "[1]", "[{}]", "labels.data[0]: an object is not an int64 value"),
                labels("int64", "[2147483647]", "[0]", "labels.data: expected 2147483647 elements, found 1"),
                field(
                        "logits",
                        "{\"dtype\": \"float32\", \"shape\": [1, 1, 1, 2147483647], \"data\": [[[[0.5]]]]}",
                        "logits.data[0][0][0]: expected 2147483647 elements, found 1"));
    }

    static Stream<Arguments> values() {
        String special = " is not a number; the only strings are \"NaN\", \"Infinity\" and \"-Infinity\"";
        return Stream.of(
                labels("uint8", "[1, 2]", "[[0, 300]]", "labels.data[0][1]: 300 is not a uint8 value"),
                labels("uint8", "[1]", "[-1]", "labels.data[0]: -1 is not a uint8 value"),
                labels("int16", "[1]", "[32768]", "labels.data[0]: 32768 is not an int16 value"),
                labels("int32", "[1]", "[-2147483649]", "labels.data[0]: -2147483649 is not an int32 value"),
                labels(
                        "int64",
                        "[1]",
                        "[9223372036854775808]",
                        "labels.data[0]: 9223372036854775808 is not an int64 value"),
                labels("int64", "[1]", "[1.5]", "labels.data[0]: 1.5 is not an int64 value"),
                labels("int64", "[1]", "[1.0]", "labels.data[0]: 1.0 is not an int64 value"),
                labels("int64", "[1]", "[true]", "labels.data[0]: true is not an int64 value"),
                labels("int64", "[1]", "[null]", "labels.data[0]: null is not an int64 value"),
                labels("int64", "[1]", "[\"NaN\"]", "labels.data[0]: \"NaN\" is not an int64 value"),
                labels("bool", "[1]", "[1]", "labels.data[0]: expected true or false, found 1"),
                labels("bool", "[1]", "[\"true\"]", "labels.data[0]: expected true or false, found \"true\""),
                labels("float32", "[1]", "[true]", "labels.data[0]: expected a number, found true"),
                labels("float32", "[1]", "[null]", "labels.data[0]: expected a number, found null"),
                labels("float32", "[1]", "[\"nan\"]", "labels.data[0]: \"nan\"" + special),
                labels("float32", "[1]", "[\"1.5\"]", "labels.data[0]: \"1.5\"" + special),
                labels("float32", "[1]", "[1e39]", "labels.data[0]: 1e39 is beyond the range of float32"),
                labels(
                        "float32",
                        "[1]",
                        "[3.40282357e38]",
                        "labels.data[0]: 3.40282357e38 is beyond the range of float32"),
                labels("float64", "[1]", "[-1e309]", "labels.data[0]: -1e309 is beyond the range of float64"),
                labels(
                        "float32",
                        "[1]",
                        "[\"" + "x".repeat(50) + "\"]",
                        "labels.data[0]: \"" + "x".repeat(40) + "…\"" + special),
                field(
                        "logits",
                        DocumentJson.LOGITS.replace("2.0", "\"big\""),
                        "logits.data[0][1][0][0]: \"big\"" + special));
    }

    @ParameterizedTest
    @MethodSource({"dtypesAndShapes", "nesting", "values"})
    void namesThePlaceAndTheReason(String json, String message) {
        assertThat(DocumentJson.errorOf(json)).hasMessage(message);
    }

    @Test
    void keepsPlaceAndReasonApart() {
        UnreadableFile error = DocumentJson.errorOf(DocumentJson.withLabels("uint8", "[1]", "[300]"));

        assertThat(error.place()).isEqualTo("labels.data[0]");
        assertThat(error.reason()).isEqualTo("300 is not a uint8 value");
        assertThat(error.file()).isEmpty();
    }
}

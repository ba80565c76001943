package lossgrid.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.io.disk.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

class JsonBindingTest {
    enum Size {
        SMALL,
        VERY_LARGE
    }

    record Inner(int count) {}

    record Outer(
            long someNumber,
            Size size,
            List<Inner> inners,
            Optional<Boolean> flag,
            Optional<List<String>> names,
            Optional<Path> file,
            Optional<Instant> time) {}

    record Checked(int number) {
        Checked {
            if (number < 0) {
                throw new IllegalArgumentException("a negative number");
            }
        }
    }

    private static final String SMALLEST = "'some_number': 1, 'size': 'small', 'inners': []";

    private static Outer read(String json) throws UnreadableFile {
        return JsonBinding.RECORDS.read(bytes(json), new TypeReference<>() {});
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsMissingIsEmpty() throws UnreadableFile {
        Optional<Path> none = Optional.empty();
        assertThat(read("{" + SMALLEST + "}"))
                .isEqualTo(new Outer(
                        1, Size.SMALL, List.of(), Optional.empty(), Optional.empty(), none, Optional.empty()));
    }

    @Test
    void whatIsWrittenReadsBack() throws UnreadableFile {
        Outer full = new Outer(
                Long.MIN_VALUE,
                Size.VERY_LARGE,
                List.of(new Inner(1), new Inner(-2)),
                Optional.of(false),
                Optional.of(List.of("a \"b\" \u0007", "\ud800")),
                Optional.of(Path.of("/some where/文件:1")),
                Optional.of(Instant.ofEpochSecond(1)));
        String json = JsonBinding.RECORDS.line(full);
        assertThat(json)
                .isEqualTo("{\"some_number\":-9223372036854775808,\"size\":\"very_large\",\"inners\":[{\"count\":1},"
                        + "{\"count\":-2}],\"flag\":false,\"names\":[\"a \\\"b\\\" \\u0007\",\"\\ud800\"],"
                        + "\"file\":\"/some where/文件:1\",\"time\":\"1970-01-01T00:00:01Z\"}");
        assertThat(read(json)).isEqualTo(full);
    }

    @Test
    void emptyFieldsAreNotWritten() throws UnreadableFile {
        assertThat(JsonBinding.RECORDS.line(read("{" + SMALLEST + "}")))
                .isEqualTo("{\"some_number\":1,\"size\":\"small\",\"inners\":[]}");
        assertThat(JsonBinding.RECORDS.line(Map.of("a", List.of()))).isEqualTo("{\"a\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'flag': null|flag: expected true or false, found null",
                "'flag': 'true'|flag: expected true or false, found \"true\"",
                "'names': [null]|names[0]: expected a string, found null",
                "'names': [[]]|names[0]: expected a string, found a list",
                "'names': {}|names: expected a list, found an object",
                "'names': ''|names: expected a list, found \"\"",
                "'file': 1|file: expected a string, found 1",
                "'file': '\\u0000'|file: expected a path, found \"\\u0000\"",
                "'time': 'now'|time: expected a time, found \"now\"",
                "'someNumber': 1|someNumber: unknown field; known here are some_number, size, inners, flag, names,"
                        + " file, time",
                "'size': 'small'|size: given twice",
            })
    void aFieldThatIsWrongIsNamed(String field, String message) {
        assertThatThrownBy(() -> read("{" + SMALLEST + ", " + field + "}")).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|\"some_number\" is missing",
                "{'some_number': 1, 'inners': []}|\"size\" is missing",
                "{'some_number': null}|some_number: expected a 64-bit whole number, found null",
                "{'some_number': 1.0}|some_number: expected a 64-bit whole number, found 1.0",
                "{'some_number': '1'}|some_number: expected a 64-bit whole number, found \"1\"",
                "{'size': 'large'}|size: unknown size \"large\"; known: small, very_large",
                "{'size': ' small'}|size: unknown size \" small\"; known: small, very_large",
                "{'size': 0}|size: expected a string, found 0",
                "{'inners': [{'count': 1}, {}]}|inners[1]: \"count\" is missing",
                "{'inners': [{'count': 2147483648}]}|inners[0].count: expected a 32-bit whole number, found 2147483648",
                "{'inners': [5]}|inners[0]: expected an object, found 5",
                "null|expected a value, found null",
                "5|expected an object, found 5",
            })
    void aRecordThatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnreadableFile.class).hasMessage(message);
    }

    /** Before what comes after it, which may be large. */
    @Test
    void anUnknownFieldIsNotRead() {
        assertThatThrownBy(() -> read("{'other': [1, 2, oh}")).hasMessageStartingWith("other: unknown field");
    }

    @Test
    void aRecordThatRefusesItsValuesSaysWhy() {
        assertThatThrownBy(() ->
                        JsonBinding.RECORDS.read(bytes("[{'number': -1}]"), new TypeReference<List<Checked>>() {}))
                .hasMessage("[0]: a negative number");
    }

    @Test
    void aStreamThatFailsSaysSo() {
        IOException full = new IOException("the disk is full");
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };
        assertThatThrownBy(() -> JsonBinding.RECORDS.write(failing, JsonLayout.line(), DType.INT64))
                .isSameAs(full);
    }
}

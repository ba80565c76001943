package lossgrid.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.DocumentJson;
import lossgrid.io.disk.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against files that NumPy wrote. */
class NpyCodecTest {
    private static final Shape SHAPE = Shape.of(2, 3);

    private static byte[] file(String name) throws IOException {
        try (InputStream in = NpyCodecTest.class.getResourceAsStream("/npy/" + name + ".npy")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /** The array in the file of this dtype. */
    private static LabelArray array(DType dtype) {
        return switch (dtype) {
            case BOOL -> LabelArray.ofLongs(dtype, SHAPE, 1, 0, 1, 0, 1, 1);
            case UINT8 -> LabelArray.ofLongs(dtype, SHAPE, 0, 1, 127, 128, 254, 255);
            case INT16 -> LabelArray.ofLongs(dtype, SHAPE, Short.MIN_VALUE, -1, 0, 1, 256, Short.MAX_VALUE);
            case INT32 -> LabelArray.ofLongs(dtype, SHAPE, Integer.MIN_VALUE, -1, 0, 1, 65_536, Integer.MAX_VALUE);
            case INT64 ->
                LabelArray.ofLongs(dtype, SHAPE, Long.MIN_VALUE, -1, 0, 1, 9_007_199_254_740_993L, Long.MAX_VALUE);
            case FLOAT32 -> reals(dtype, 0.1f, Float.MIN_VALUE);
            case FLOAT64 -> reals(dtype, 0.1, Double.MIN_VALUE);
        };
    }

    private static LabelArray reals(DType dtype, double first, double last) {
        double infinity = Double.POSITIVE_INFINITY;
        return LabelArray.ofDoubles(dtype, SHAPE, first, -0.0, infinity, -infinity, Double.NaN, last);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void readsWhatNumpyWrites(DType dtype) throws IOException {
        assertThat(NpyCodec.read(file(dtype.torchName()))).isEqualTo(array(dtype));
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"BOOL", "UINT8"},
            mode = EnumSource.Mode.EXCLUDE)
    void readsBigEndianFiles(DType dtype) throws IOException {
        assertThat(NpyCodec.read(file(dtype.torchName() + "-big-endian"))).isEqualTo(array(dtype));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fortran", "fortran-big-endian"})
    void readsFortranOrder(String name) throws IOException {
        assertThat(NpyCodec.read(file(name))).isEqualTo(LabelArray.ofLongs(DType.INT16, Shape.of(2, 3, 4), i -> i));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "version-2", "version-3"})
    void readsEveryVersion(String name) throws IOException {
        assertThat(NpyCodec.read(file(name))).isEqualTo(LabelArray.ofLongs(DType.UINT8, Shape.of(2), 1, 2));
    }

    @Test
    void readsScalars() throws IOException {
        assertThat(NpyCodec.read(file("scalar"))).isEqualTo(LabelArray.ofLongs(DType.UINT8, Shape.SCALAR, 7));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void writesTheBytesThatNumpyWrites(DType dtype) throws IOException {
        assertThat(NpyCodec.write(array(dtype))).isEqualTo(file(dtype.torchName()));
    }

    @Test
    void writesVectorsAndScalarsAsNumpyDoes() throws IOException {
        assertThat(NpyCodec.write(LabelArray.ofLongs(DType.UINT8, Shape.of(2), 1, 2)))
                .isEqualTo(file("vector"));
        assertThat(NpyCodec.write(LabelArray.ofLongs(DType.UINT8, Shape.SCALAR, 7)))
                .isEqualTo(file("scalar"));
    }

    private static byte[] npy(String descr, String fortran, String shape, int dataBytes) {
        return npy("{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(descr, fortran, shape), dataBytes);
    }

    private static byte[] npy(String header, int dataBytes) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(10 + text.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    private static byte[] version(int version, int headerLength) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0})
                .putInt(headerLength)
                .array();
    }

    static Stream<Arguments> broken() {
        String known = "; known: bool, uint8, int16, int32, int64, float32, float64";
        return Stream.of(
                arguments(new byte[0], "this is not a .npy array"),
                arguments("PK archive".getBytes(StandardCharsets.UTF_8), "this is not a .npy array"),
                arguments(version(1, 0x10), "the header ends too early"),
                arguments(version(2, 16), "the header ends too early"),
                arguments(version(2, Integer.MAX_VALUE), "a header of 2147483647 bytes"),
                arguments(version(2, -1), "a header of 4294967295 bytes"),
                arguments(version(4, 0), "unknown version 4 of the .npy format"),
                arguments(npy("<f2", "False", "(2,)", 4), "dtype float16" + known),
                arguments(npy("<u2", "False", "(2,)", 4), "dtype uint16" + known),
                arguments(npy("<U5", "False", "(2,)", 40), "dtype str" + known),
                arguments(
                        npy("<M8", "False", "(2,)", 16),
                        "the header cannot be read: \"{'descr': '<M8', 'fortran_order': False,…\""),
                arguments(npy("{'descr': '<f4'}", 4), "the header cannot be read: \"{'descr': '<f4'}\""),
                arguments(npy("no header", 4), "the header cannot be read: \"no header\""),
                arguments(npy("(".repeat(1000), 4), "the header cannot be read: \"" + "(".repeat(40) + "…\""),
                arguments(npy("(".repeat(2000), 4), "a header of 2000 bytes"),
                arguments(npy("<f4", "False", "(2, 3)", 20), "20 bytes of data, expected 24"),
                arguments(npy("<f4", "False", "(2, 3)", 28), "28 bytes of data, expected 24"),
                arguments(npy("|u1", "False", "(2, 0)", 0), "the array is empty"),
                arguments(npy("<f8", "False", "(2147483647,)", 8), "8 bytes of data, expected 17179869176"),
                arguments(npy("|u1", "False", "(2147483648,)", 1), "the header claims more than 2147483647 elements"),
                arguments(npy("|u1", "False", "(4294967298,)", 2), "the header claims more than 2147483647 elements"),
                arguments(npy("|u1", "False", "(65536, 65536)", 1), "the header claims more than 2147483647 elements"),
                arguments(
                        npy("|u1", "False", "(99999999999999999999,)", 1),
                        "the header cannot be read: \"{'descr': '|u1', 'fortran_order': False,…\""));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsWrong(byte[] npy, String message) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> NpyCodec.read(npy))
                .withMessage(message);
    }

    @Test
    void refusesStructuredArrays() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> NpyCodec.read(file("structured")))
                .withMessageStartingWith("the header cannot be read");
    }

    static Stream<Arguments> brokenInDocuments() {
        String header = Base64.getEncoder().encodeToString(npy("<i8", "False", "(2,)", 16));
        String truncated = Base64.getEncoder().encodeToString(npy("<i8", "False", "(2,)", 12));
        return Stream.of(
                arguments("int64", "[2]", "5", "labels.npy: expected a string, found 5"),
                arguments("int64", "[2]", "\"*\"", "labels.npy: this is not base64"),
                arguments("int64", "[2]", "\"AAA\"", "labels.npy: this is not base64"),
                arguments("int64", "[2]", "\"AAAA\"", "labels.npy: this is not a .npy array"),
                arguments("int64", "[2]", "\"\"", "labels.npy: this is not a .npy array"),
                arguments("int64", "[2]", "\"" + truncated + "\"", "labels.npy: 12 bytes of data, expected 16"),
                arguments(
                        "int32",
                        "[2]",
                        "\"" + header + "\"",
                        "labels.npy: the array is int64, the document says int32"),
                arguments(
                        "int64",
                        "[2, 1]",
                        "\"" + header + "\"",
                        "labels.npy: the array has shape [2], the document says [2, 1]"),
                arguments(
                        "int64",
                        "[2147483647]",
                        "\"" + header + "\"",
                        "labels.npy: the array has shape [2], the document says [2147483647]"));
    }

    @ParameterizedTest
    @MethodSource("brokenInDocuments")
    void documentsNameThePlace(String dtype, String shape, String npy, String message) {
        String labels = "{\"dtype\": \"%s\", \"shape\": %s, \"npy\": %s}".formatted(dtype, shape, npy);

        assertThat(DocumentJson.errorOf(DocumentJson.with("labels", labels))).hasMessage(message);
    }

    @Test
    void documentsTakeSmallArraysToo() throws IOException {
        String npy = Base64.getEncoder().encodeToString(file("fortran-big-endian"));
        String labels = "{\"npy\": \"%s\", \"dtype\": \"int16\", \"shape\": [2, 3, 4]}".formatted(npy);

        assertThat(DocumentJson.read(DocumentJson.with("labels", labels)).labels())
                .isEqualTo(LabelArray.ofLongs(DType.INT16, Shape.of(2, 3, 4), i -> i));
    }
}

package lossgrid.io.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.npy.NpyCodec;
import lossgrid.model.document.LabelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpyFormatTest {
    private static final MemoryBudget ROOM = new MemoryBudget(1 << 26);
    private static final LabelArray SMALL = LabelArray.ofLongs(DType.INT64, Shape.of(2, 2), 0, 1, 2, 255);

    static byte[] resource(String name) throws IOException {
        try (InputStream in = NumpyFormatTest.class.getResourceAsStream("/npz/" + name)) {
            return in.readAllBytes();
        }
    }

    private static List<LoadedArray> read(byte[] file) throws UnreadableFile {
        return ArrayFiles.read(file, "masks.npz", ROOM);
    }

    @Test
    void everyArrayOfAnArchive() throws IOException {
        List<LoadedArray> arrays = read(resource("several.npz"));
        assertThat(arrays).extracting(LoadedArray::name).containsExactly("y", "logits", "f");
        assertThat(arrays.getFirst().array())
                .isEqualTo(LabelArray.ofLongs(DType.UINT8, Shape.of(2, 3), 0, 1, 2, 3, 4, 5));
        assertThat(arrays.get(1).array()).isEqualTo(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1, 2), 0.5, -1.25));
        assertThat(arrays.get(1).source())
                .isEqualTo(new LabelSource(
                        "masks.npz[logits]",
                        LabelSource.Format.NPZ,
                        LabelSource.Layout.C_ORDER,
                        "float16",
                        16,
                        List.of()));
        assertThat(arrays.get(2).array()).isEqualTo(LabelArray.ofLongs(DType.INT32, Shape.of(2, 3), 1, 2, 3, 4, 5, 6));
        assertThat(arrays.get(2).source().layout()).isEqualTo(LabelSource.Layout.FORTRAN_ORDER);
    }

    @Test
    void deflatedArrays() throws IOException {
        List<LoadedArray> arrays = read(resource("deflated.npz"));
        assertThat(arrays.getFirst().array()).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(40, 50), _ -> 7));
        assertThat(arrays.getFirst().source().storedType()).isEqualTo("uint32");
        assertThat(arrays.get(1).array()).isEqualTo(LabelArray.ofLongs(DType.INT16, Shape.of(2), -128, 127));
        assertThat(arrays.get(1).source().storedType()).isEqualTo("int8");
    }

    @ParameterizedTest
    @CsvSource({
        "<f2, 003c, float16, 1",
        ">f2, 3c00, float16, 1",
        "|i1, ff, int8, -1",
        "<u2, ffff, uint16, 65535",
        ">u2, 0100, uint16, 256",
        "<u4, ffffffff, uint32, 4294967295",
        ">u4, 00000100, uint32, 256",
        "<u8, ff00000000000000, uint64, 255",
        ">u8, 7fffffffffffffff, uint64, 9223372036854775807",
        "<f2, 0100, float16, 5.9604644775390625e-8"
    })
    void typesWithoutOneOfTheirOwn(String descr, String bytes, String stored, double value) throws UnreadableFile {
        byte[] data = HexFormat.of().parseHex(bytes);
        LoadedArray read =
                ArrayFiles.read(npy(descr, "(1,)", data), "a.npy", ROOM).getFirst();
        assertThat(read.array().doubleAt(0)).isEqualTo(value);
        assertThat(read.source().storedType()).isEqualTo(stored);
        assertThat(read.source().bits()).isEqualTo(data.length * 8);
    }

    /** As int64 it would be −1, which is the void of many datasets. */
    @Test
    void uint64BeyondInt64IsRefused() {
        byte[] data = HexFormat.of().parseHex("0100000000000000ffffffffffffffff");
        assertThatThrownBy(() -> ArrayFiles.read(npy("<u8", "(2,)", data), "a.npy", ROOM))
                .hasMessage("a.npy: element 1 is 18446744073709551615, beyond int64, and PyTorch has no larger type");
    }

    static byte[] npy(String descr, String shape, byte[] data) {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(descr, shape);
        ByteBuffer out = ByteBuffer.allocate(10 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        return out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'})
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
    }

    @Test
    void ranksThatLabelsDoNotHaveAreRefused() {
        assertThatThrownBy(() -> ArrayFiles.read(npy("|u1", "()", new byte[1]), "a.npy", ROOM))
                .hasMessage("a.npy: a single number; labels have 1 to 4 dimensions");
        assertThatThrownBy(() -> ArrayFiles.read(npy("|u1", "(1, 1, 1, 1, 1)", new byte[1]), "a.npy", ROOM))
                .hasMessage("a.npy: 5 dimensions, more than 4");
        assertThatThrownBy(() -> ArrayFiles.read(npy("|S8", "(1,)", new byte[8]), "a.npy", ROOM))
                .hasMessageStartingWith("a.npy: dtype bytes; known: bool, uint8, int8, int16, uint16");
        assertThatThrownBy(() -> ArrayFiles.read(npy("|u1", "(1000000, 1000000)", new byte[8]), "a.npy", ROOM))
                .hasMessage("a.npy: the header claims more than 2147483647 elements");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** The archive with this many bytes claimed for the content of its only entry. */
    private static byte[] claiming(byte[] zip, int size) {
        byte[] out = zip.clone();
        ByteBuffer in = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
        in.putInt(in.getInt(out.length - 22 + 16) + 24, size);
        return out;
    }

    @Test
    void archivesOfOtherThingsAreNamed() throws IOException {
        assertThatThrownBy(() -> read(zip("readme.txt", new byte[3])))
                .hasMessage("masks.npz: an archive without .npy arrays");
        assertThatThrownBy(() -> read(zip("archive/data.pkl", new byte[3])))
                .hasMessageContaining("a file of torch.save; write the tensor with numpy.save");
        assertThatThrownBy(() -> read(zip("y.npy", npy("<U5", "(1,)", new byte[20]))))
                .hasMessageStartingWith("masks.npz: y.npy: dtype str; known:");
    }

    @Test
    void archivesThatLieAreRefused() throws IOException {
        byte[] zip = zip("y.npy", NpyCodec.write(SMALL));
        assertThatThrownBy(() -> read(claiming(zip, 1 << 30)))
                .hasMessageMatching(
                        "masks.npz: y.npy: claims 1073741824 bytes, more than \\d+ compressed bytes can hold");
        assertThatThrownBy(() -> read(claiming(zip, 10_000)))
                .hasMessage("masks.npz: y.npy: the compressed data ends after 160 of 10000 bytes");
        assertThatThrownBy(() -> read(claiming(zip, 100)))
                .hasMessage("masks.npz: y.npy: damaged: its checksum is wrong");
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThatThrownBy(() -> read(cut)).as("%s bytes", length).isInstanceOf(UnreadableFile.class);
        }
    }

    @Test
    void entriesThatShareTheirBytesAreRefused() throws IOException {
        byte[] zip = zip("y.npy", NpyCodec.write(SMALL));
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = in.getInt(zip.length - 6);
        byte[] entry = Arrays.copyOfRange(zip, directory, zip.length - 22);
        ByteBuffer bomb = ByteBuffer.allocate(directory + 9 * entry.length + 22).order(ByteOrder.LITTLE_ENDIAN);
        bomb.put(zip, 0, directory);
        for (int i = 0; i < 9; i++) {
            bomb.put(entry);
        }
        bomb.put(zip, zip.length - 22, 22);
        bomb.putShort(bomb.limit() - 22 + 10, (short) 9);
        assertThatThrownBy(() -> read(bomb.array())).hasMessage("masks.npz: a damaged archive: its entries overlap");
    }
}

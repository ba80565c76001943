package lossgrid.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.ImageFiles;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.document.LabelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * TIFF with the codes of fax machines, as JPEG, in other orders and kinds of colours; BMP of 16 bits and with other
 * files within.
 */
class CompressedImagesTest {
    private static final MemoryBudget ROOM = new MemoryBudget(1 << 27);
    private static final int FILL_ORDER = 266;
    private static final int T4_OPTIONS = 292;

    private static LoadedArray read(byte[] file) throws UnreadableFile {
        return ArrayFiles.read(file, "mask", ROOM).getFirst();
    }

    private static void assertSamples(LabelArray array, Raster raster, int tolerance) {
        int bands = raster.getNumBands();
        assertThat(array.size()).isEqualTo(raster.getWidth() * raster.getHeight() * bands);
        int[] row = new int[raster.getWidth() * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
            for (int i = 0; i < row.length; i++) {
                long difference = Math.abs(array.longAt(y * row.length + i) - row[i]);
                if (difference > tolerance) {
                    assertThat(array.longAt(y * row.length + i))
                            .as("row %s, sample %s", y, i)
                            .isEqualTo(row[i]);
                }
            }
        }
    }

    private static BufferedImage blackAndWhite() {
        BufferedImage image = new BufferedImage(ImageFiles.WIDTH, ImageFiles.HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        image.getRaster().setRect(ImageFiles.IMAGES.get("bilevel").getRaster());
        return image;
    }

    static Stream<Arguments> faxes() {
        return Stream.of("CCITT RLE", "CCITT T.4", "CCITT T.6").flatMap(compression -> Stream.of(
                        Map.<Integer, Integer>of(),
                        Map.of(FILL_ORDER, 2),
                        Map.of(T4_OPTIONS, 1),
                        Map.of(T4_OPTIONS, 4),
                        Map.of(T4_OPTIONS, 5, FILL_ORDER, 2))
                .map(fields -> Arguments.of(compression, fields)));
    }

    /** White is 0 in them, as in the codes: the numbers are not inverted. */
    private static void assertTurned(LabelArray array, Raster raster) {
        int[] row = new int[raster.getWidth()];
        assertThat(array.shape()).isEqualTo(Shape.of(raster.getHeight(), raster.getWidth()));
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, row.length, 1, row);
            int same = 0;
            for (int x = 0; x < row.length; x++) {
                same += array.longAt(y * row.length + x) == 1 - row[x] ? 1 : 0;
            }
            assertThat(same).as("row %s", y).isEqualTo(row.length);
        }
    }

    @ParameterizedTest
    @MethodSource("faxes")
    void faxCodes(String compression, Map<Integer, Integer> fields) throws IOException {
        byte[] file = ImageFiles.tiff(blackAndWhite(), compression, fields);
        LoadedArray read = read(file);
        assertTurned(read.array(), blackAndWhite().getRaster());
        assertThat(read.source().layout()).isEqualTo(LabelSource.Layout.GREY);
        assertThat(read.source().bits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6"})
    void runsOfEveryLength(String compression) throws IOException {
        BufferedImage image = ImageFiles.allRuns();
        assertTurned(
                read(ImageFiles.tiff(image, compression, Map.of(T4_OPTIONS, 1))).array(), image.getRaster());
    }

    @Test
    void faxCodesInTiles() throws IOException {
        byte[] file = ImageFiles.tiff(blackAndWhite(), "CCITT T.6", true);
        assertTurned(read(file).array(), blackAndWhite().getRaster());
    }

    /**
     * A bit of T.6 can encode a row: a file that claims very wide rows and then breaks off does not get memory for
     * them.
     */
    @Test
    void brokenFaxCodesTakeNoMemory() throws IOException {
        byte[] file = ImageFiles.tiff(blackAndWhite(), "CCITT T.6", Map.of());
        int entries = ByteBuffer.wrap(file).getInt(4);
        int width = entries + 2;
        while (ByteBuffer.wrap(file).getShort(width) != TiffDirectory.WIDTH) {
            width += 12;
        }
        ByteBuffer.wrap(file).putShort(width + 2, (short) 4).putInt(width + 8, 1_000_000);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("fax-coded");
    }

    static Stream<Arguments> jpegs() {
        return Stream.of("grey 8", "rgb")
                .flatMap(image -> Stream.of(false, true).map(tiled -> Arguments.of(image, tiled)));
    }

    /** Rounding differs by one here and there. */
    @ParameterizedTest
    @MethodSource("jpegs")
    void jpegs(String image, boolean tiled) throws IOException {
        byte[] file = ImageFiles.tiff(ImageFiles.IMAGES.get(image), "JPEG", tiled);
        assertSamples(
                read(file).array(), ImageIO.read(new ByteArrayInputStream(file)).getRaster(), 1);
    }

    @Test
    void jpegsThatAreCutOffAreAnError() throws IOException {
        byte[] file = ImageFiles.tiff(ImageFiles.IMAGES.get("rgb"), "JPEG", false);
        int scan = 0;
        while (file[scan] != (byte) 0xff || file[scan + 1] != (byte) 0xda) {
            scan++;
        }
        byte[] cut = file.clone();
        Arrays.fill(cut, scan + 40, scan + 60, (byte) 0);
        byte[] ended = file.clone();
        ended[scan + 40] = (byte) 0xff;
        ended[scan + 41] = (byte) 0xd9;
        for (byte[] damaged : new byte[][] {cut, ended}) {
            assertThatThrownBy(() -> read(damaged)).hasMessageContaining("JPEG data is damaged");
        }
    }

    /** Bits of 16-bit BMPs: five for each colour, or six for green. */
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_USHORT_555_RGB, BufferedImage.TYPE_USHORT_565_RGB})
    void bmpsOf16Bits(int type) throws IOException {
        BufferedImage image = ImageFiles.highColor(type);
        boolean is565 = type == BufferedImage.TYPE_USHORT_565_RGB;
        byte[] file = ImageFiles.bmp(image, is565 ? "BI_BITFIELDS" : "BI_RGB");
        LoadedArray read = read(file);
        assertSamples(read.array(), image.getRaster(), 0);
        assertThat(read.source().layout()).isEqualTo(LabelSource.Layout.RGB);
        assertThat(read.source().bits()).isEqualTo(is565 ? 6 : 5);
    }

    @Test
    void bmpsWithOtherFilesWithin() throws IOException {
        BufferedImage image = ImageFiles.IMAGES.get("rgb");
        assertSamples(read(ImageFiles.bmp(image, "BI_PNG")).array(), image.getRaster(), 0);
        byte[] jpeg = ImageFiles.bmp(image, "BI_JPEG");
        assertSamples(
                read(jpeg).array(), ImageIO.read(new ByteArrayInputStream(jpeg)).getRaster(), 1);
    }

    /** A TIFF of one row, written by hand. */
    private static byte[] tiff(int width, int samples, int bits, int photometric, int... data) {
        int[][] fields = {
            {TiffDirectory.WIDTH, width},
            {TiffDirectory.HEIGHT, 1},
            {TiffDirectory.BITS, bits},
            {TiffDirectory.PHOTOMETRIC, photometric},
            {TiffDirectory.STRIP_OFFSETS, 8},
            {TiffDirectory.SAMPLES, samples},
            {TiffDirectory.STRIP_BYTES, data.length}
        };
        ByteBuffer out = ByteBuffer.allocate(8 + data.length + 2 + 12 * fields.length + 4);
        out.order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I');
        out.putShort((short) 42).putInt(8 + data.length);
        for (int value : data) {
            out.put((byte) value);
        }
        out.putShort((short) fields.length);
        for (int[] field : fields) {
            out.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        return out.array();
    }

    private static LabelArray row(DType dtype, long... values) {
        return LabelArray.ofLongs(dtype, Shape.of(1, values.length), i -> values[i]);
    }

    @Test
    void samplesThatShareBytes() throws UnreadableFile {
        LabelArray twelve =
                read(tiff(3, 1, 12, 1, 0x12, 0x3a, 0xbc, 0xff, 0xf0)).array();
        assertThat(twelve).isEqualTo(row(DType.INT32, 291, 2748, 4095));
        LabelArray five = read(tiff(3, 1, 5, 1, 0b00001_000, 0b10_11111_0)).array();
        assertThat(five).isEqualTo(row(DType.UINT8, 1, 2, 31));
    }

    /** Four inks a pixel are four numbers, not a colour. */
    @Test
    void cmyk() throws UnreadableFile {
        LoadedArray read = read(tiff(2, 4, 8, 5, 1, 2, 3, 4, 5, 6, 7, 255));
        assertThat(read.array().shape()).isEqualTo(Shape.of(1, 2, 4));
        assertThat(read.array().longAt(7)).isEqualTo(255);
        assertThat(read.source().layout()).isEqualTo(LabelSource.Layout.C_ORDER);
    }
}

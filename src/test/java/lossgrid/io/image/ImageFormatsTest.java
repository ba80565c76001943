package lossgrid.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.ImageFiles;
import lossgrid.fixtures.TiffFile;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.io.npy.NumpyDType;
import lossgrid.model.document.LabelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** TIFF and BMP files that ImageIO writes, compared with its own reading of them. */
class ImageFormatsTest {
    private static final MemoryBudget ROOM = new MemoryBudget(1 << 26);

    private static LoadedArray read(byte[] file, String name) throws UnreadableFile {
        List<LoadedArray> arrays = ArrayFiles.read(file, name, ROOM);
        assertThat(arrays).hasSize(1);
        return arrays.getFirst();
    }

    static Stream<Arguments> tiffs() {
        return ImageFiles.IMAGES.keySet().stream().flatMap(image -> Stream.of("", "LZW", "ZLib", "Deflate", "PackBits")
                .flatMap(compression -> Stream.of(false, true).map(tiled -> Arguments.of(image, compression, tiled))));
    }

    private static void assertSameAsImageIo(byte[] file, LoadedArray read) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        LabelArray array = read.array();
        assertThat(array.size()).isEqualTo(raster.getWidth() * raster.getHeight() * bands);
        for (int i = 0; i < array.size(); i++) {
            int pixel = i / bands;
            assertThat(array.longAt(i))
                    .as("sample %s", i)
                    .isEqualTo(raster.getSample(pixel % raster.getWidth(), pixel / raster.getWidth(), i % bands));
        }
        if (image.getColorModel() instanceof IndexColorModel colors) {
            assertThat(read.source().layout()).isEqualTo(LabelSource.Layout.PALETTE);
            List<Integer> palette = read.source().palette();
            for (int i = 0; i < Math.min(palette.size(), colors.getMapSize()); i++) {
                assertThat(palette.get(i)).as("colour %s", i).isEqualTo(colors.getRGB(i) & 0xffffff);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tiffs")
    void tiffsOfImageIo(String image, String compression, boolean tiled) throws IOException {
        byte[] file = ImageFiles.tiff(ImageFiles.IMAGES.get(image), compression, tiled);
        LoadedArray read = read(file, "mask.tif");
        assertSameAsImageIo(file, read);
        assertThat(read.source().format()).isEqualTo(LabelSource.Format.TIFF);
    }

    @ParameterizedTest
    @MethodSource("lossgrid.fixtures.TiffFile#kinds")
    void tiffsOfEveryType(TiffFile kind) throws UnreadableFile {
        NumpyDType type = kind.type();
        Shape shape = kind.samples() == 1
                ? Shape.of(kind.height(), kind.width())
                : Shape.of(kind.height(), kind.width(), kind.samples());
        LabelArray values = type.dtype().isFloatingPoint()
                ? LabelArray.ofDoubles(type.dtype(), shape, i -> i / 4.0 - 2)
                : LabelArray.ofLongs(type.dtype(), shape, kind::value);
        LoadedArray read = read(kind.file(values), "mask.tif");
        assertThat(read.array()).isEqualTo(values);
        assertThat(read.source().storedType()).isEqualTo(type.numpyName());
    }

    static Stream<Arguments> bmps() {
        return Stream.of(
                Arguments.of("bilevel", "BI_RGB"),
                Arguments.of("palette 4", "BI_RGB"),
                Arguments.of("palette 8", "BI_RGB"),
                Arguments.of("palette 8", "BI_RLE8"),
                Arguments.of("grey 8", "BI_RGB"),
                Arguments.of("rgb", "BI_RGB"));
    }

    @ParameterizedTest
    @MethodSource("bmps")
    void bmpsOfImageIo(String image, String compression) throws IOException {
        byte[] file = ImageFiles.bmp(ImageFiles.IMAGES.get(image), compression);
        LoadedArray read = read(file, "mask.bmp");
        assertSameAsImageIo(file, read);
        assertThat(read.source().format()).isEqualTo(LabelSource.Format.BMP);
    }

    /** The examples in the format's description, with the rows that the reader must give, the lowest first. */
    @Test
    void runsOfTheSpecification() throws UnreadableFile {
        int[] fours = {
            0x03, 0x04, 0x05, 0x06, 0x00, 0x06, 0x45, 0x56, 0x67, 0x00, 0x04, 0x78, 0x00, 0x02, 0x05, 0x01, 0x04, 0x78,
            0x00, 0x00, 0x09, 0x1e, 0x00, 0x01
        };
        int[] eights = {
            0x03, 0x04, 0x05, 0x06, 0x00, 0x03, 0x45, 0x56, 0x67, 0x00, 0x02, 0x78, 0x00, 0x02, 0x05, 0x01, 0x02, 0x78,
            0x00, 0x00, 0x09, 0x1e, 0x00, 0x01
        };
        assertThat(rows(ImageFiles.runs(27, 3, 4, fours), 27))
                .containsExactly("1 14 1 14 1 14 1 14 1", gap(23) + "7 8 7 8", "0 4 0 0 6 0 6 0 4 5 5 6 6 7 7 8 7 8");
        assertThat(rows(ImageFiles.runs(20, 3, 8, eights), 20))
                .containsExactly(
                        "30 30 30 30 30 30 30 30 30", gap(18) + "120 120", "4 4 4 6 6 6 6 6 69 86 103 120 120");
    }

    private static String gap(int zeros) {
        return "0 ".repeat(zeros);
    }

    /** The rows from the top without the zeros at their ends. */
    private static List<String> rows(byte[] file, int width) throws UnreadableFile {
        LabelArray array = read(file, "runs.bmp").array();
        return IntStream.range(0, array.shape().dim(0))
                .mapToObj(y -> IntStream.range(0, width)
                        .mapToObj(x -> Long.toString(array.longAt(y * width + x)))
                        .collect(Collectors.joining(" "))
                        .replaceAll("( 0)+$", ""))
                .toList();
    }

    @Test
    void severalImagesOfATiffAreSeveralArrays() throws IOException {
        byte[] file = ImageFiles.tiffOf(List.of(ImageFiles.IMAGES.get("grey 8"), ImageFiles.IMAGES.get("grey 16")));
        List<LoadedArray> arrays = ArrayFiles.read(file, "stack.tif", ROOM);
        assertThat(arrays).extracting(LoadedArray::name).containsExactly("0", "1");
        assertThat(arrays).extracting(array -> array.source().file()).containsExactly("stack.tif[0]", "stack.tif[1]");
        assertThat(arrays).extracting(array -> array.array().dtype()).containsExactly(DType.UINT8, DType.INT32);
    }

    @Test
    void everyTruncationIsAnError() throws IOException {
        List<byte[]> files = List.of(
                ImageFiles.tiff(ImageFiles.IMAGES.get("palette 8"), "LZW", false),
                ImageFiles.bmp(ImageFiles.IMAGES.get("palette 8"), "BI_RLE8"),
                ImageFiles.bmp(ImageFiles.IMAGES.get("grey 8"), "BI_RGB"));
        for (byte[] file : files) {
            for (int length = 0; length < file.length; length++) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> ArrayFiles.read(cut, "cut", ROOM))
                        .as("%s bytes", length)
                        .isInstanceOf(UnreadableFile.class);
            }
        }
    }
}

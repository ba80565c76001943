package lossgrid.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.PngFile;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.document.LabelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngFormatTest {
    private static final MemoryBudget ROOM = new MemoryBudget(1 << 26);

    record Kind(int depth, int color, boolean interlaced, int width, int height) {
        byte[] file(IntUnaryOperator sample) {
            return PngFile.of(width, height, depth, color, interlaced, sample);
        }

        int[] samples(long seed) {
            return new Random(seed)
                    .ints((long) width * height * PngFile.channels(color), 0, 1 << depth)
                    .toArray();
        }
    }

    static Stream<Kind> kinds() {
        int[][] kinds = {
            {1, PngFile.GREY},
            {2, PngFile.GREY},
            {4, PngFile.GREY},
            {8, PngFile.GREY},
            {16, PngFile.GREY},
            {1, PngFile.PALETTE},
            {2, PngFile.PALETTE},
            {4, PngFile.PALETTE},
            {8, PngFile.PALETTE},
            {8, PngFile.GREY_ALPHA},
            {16, PngFile.GREY_ALPHA},
            {8, PngFile.RGB},
            {16, PngFile.RGB},
            {8, PngFile.RGBA},
            {16, PngFile.RGBA}
        };
        int[][] sizes = {{1, 1}, {3, 2}, {13, 11}, {17, 6}};
        return Arrays.stream(kinds).flatMap(kind -> Arrays.stream(sizes).flatMap(size -> Stream.of(false, true)
                .map(interlaced -> new Kind(kind[0], kind[1], interlaced, size[0], size[1]))));
    }

    private static LoadedArray read(byte[] file) throws UnreadableFile {
        return ArrayFiles.read(file, "mask.png", ROOM).getFirst();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void samplesAreThoseOfTheFile(Kind kind) throws UnreadableFile {
        int[] samples = kind.samples(kind.hashCode());
        LoadedArray read = read(kind.file(i -> samples[i]));
        int channels = PngFile.channels(kind.color());
        Shape shape =
                channels == 1 ? Shape.of(kind.height(), kind.width()) : Shape.of(kind.height(), kind.width(), channels);
        DType dtype = kind.depth() == 16 ? DType.INT32 : DType.UINT8;
        assertThat(read.array()).isEqualTo(LabelArray.ofLongs(dtype, shape, i -> samples[i]));
        assertThat(read.source().bits()).isEqualTo(kind.depth());
        assertThat(read.source().storedType()).isEqualTo(kind.depth() == 16 ? "uint16" : "uint8");
        assertThat(read.source().format()).isEqualTo(LabelSource.Format.PNG);
    }

    /** Files that ImageIO reads without conversion give the same samples. */
    @ParameterizedTest
    @MethodSource("kinds")
    void imageIoReadsTheSame(Kind kind) throws IOException {
        int[] samples = kind.samples(kind.hashCode());
        byte[] file = kind.file(i -> samples[i]);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        Raster raster = image.getRaster();
        LabelArray array = read(file).array();
        int bands = raster.getNumBands();
        assertThat(bands).isEqualTo(PngFile.channels(kind.color()));
        for (int i = 0; i < array.size(); i++) {
            int pixel = i / bands;
            int expected = raster.getSample(pixel % kind.width(), pixel / kind.width(), i % bands);
            assertThat(array.longAt(i)).as("sample %s", i).isEqualTo(expected);
        }
    }

    @Test
    void aPaletteIsKeptBesideItsIndices() throws UnreadableFile {
        LoadedArray read = read(PngFile.of(2, 1, 2, PngFile.PALETTE, false, i -> 3 - i));
        assertThat(read.array()).isEqualTo(LabelArray.ofLongs(DType.UINT8, Shape.of(1, 2), 3, 2));
        assertThat(read.source())
                .isEqualTo(new LabelSource(
                        "mask.png",
                        LabelSource.Format.PNG,
                        LabelSource.Layout.PALETTE,
                        "uint8",
                        2,
                        java.util.List.of(0x00070e, 0x151c23, 0x2a3138, 0x3f464d)));
    }

    private static byte[] grey(byte[] header, byte[] rows) {
        return PngFile.of(header, new byte[0], PngFile.deflate(rows));
    }

    private static void assertRaised(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableFile.class).hasMessage("mask.png: " + message);
    }

    @Test
    void everyTruncationIsAnError() {
        byte[] file = PngFile.of(5, 4, 8, PngFile.RGB, false, i -> i);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(cut)).as("%s bytes", length).isInstanceOf(UnreadableFile.class);
        }
    }

    @Test
    void everyFlippedByteOfACriticalChunkIsAnError() {
        byte[] file = PngFile.of(5, 4, 8, PngFile.GREY, false, i -> i);
        int gamma = 33;
        for (int at = 0; at < file.length; at++) {
            byte[] flipped = file.clone();
            flipped[at] ^= 0x40;
            boolean isAncillary = at >= gamma && at < gamma + 16;
            if (!isAncillary) {
                assertThatThrownBy(() -> read(flipped)).as("byte %s", at).isInstanceOf(UnreadableFile.class);
            }
        }
    }

    @Test
    void liesAreNamedWithTheirPlace() {
        assertRaised(
                grey(PngFile.header(30_000, 30_000, 8, PngFile.GREY, false), new byte[10]),
                "chunk IDAT: claims 900030000 bytes, more than 11 compressed bytes can hold");
        assertRaised(
                grey(PngFile.header(10, 10, 8, PngFile.GREY, false), new byte[100]),
                "chunk IDAT: the compressed data ends after 100 of 110 bytes");
        assertRaised(
                grey(PngFile.header(2, 2, 8, PngFile.GREY, false), new byte[] {0, 1, 2, 9, 1, 2}),
                "chunk IDAT: row 1 has the unknown filter 9");
        assertRaised(grey(PngFile.header(2, 0, 8, PngFile.GREY, false), new byte[6]), "chunk IHDR: a size of 2×0");
        assertRaised(
                grey(PngFile.header(2, -1, 8, PngFile.GREY, false), new byte[6]), "chunk IHDR: a size of 2×4294967295");
        assertRaised(
                grey(PngFile.header(2, 2, 16, PngFile.PALETTE, false), new byte[6]),
                "chunk IHDR: no PNG has 16 bits in colour type 3");
        assertRaised(
                grey(PngFile.header(2, 2, 8, PngFile.PALETTE, false), new byte[6]),
                "a palette PNG without a palette (PLTE)");
        assertRaised(
                PngFile.of(PngFile.header(1, 1, 1, PngFile.PALETTE, false), new byte[9], new byte[2]),
                "chunk PLTE: 9 bytes are not a palette for 1 bits");
    }

    @Test
    void whatMemoryDoesNotHoldIsRefused() {
        byte[] file = PngFile.of(300, 300, 8, PngFile.GREY, false, _ -> 0);
        assertThatThrownBy(() -> ArrayFiles.read(file, "mask.png", new MemoryBudget(1 << 17)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("an image of this size would need 1 MiB, but only 0 MiB");
    }
}

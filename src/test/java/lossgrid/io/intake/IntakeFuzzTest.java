package lossgrid.io.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.ImageFiles;
import lossgrid.fixtures.PngFile;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.image.PngFormat;
import lossgrid.io.npy.NpyCodec;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every kind, damaged in seeded ways: whatever is in them, reading gives arrays or an {@link UnreadableFile},
 * in bounded time, and allocates no more than a multiple of the file's size. {@code -Dlossgrid.fuzz=N} runs N cases of
 * each file instead of the usual number.
 */
class IntakeFuzzTest {
    private static final int CASES = Integer.getInteger("lossgrid.fuzz", 1000);
    private static final long SEED = Long.getLong("lossgrid.fuzz.seed", 20_251_124);
    /** The bytes that reading takes beside the arrays: buffers of 64 KiB, the reader's tables, messages. */
    private static final long ALWAYS = 200_000;
    /** A byte of text may be a number of 8 bytes, which is parsed, collected and kept. */
    private static final int MOST_A_BYTE = 50;
    /** A byte of JPEG may be 256 pixels, for which there is memory before they are decoded. */
    private static final int MOST_A_JPEG_BYTE = 256 * 12;
    /** Every pixel of an inflated image: raw, unpacked, as labels of 4 bytes. */
    private static final int MOST_AN_ELEMENT = 40;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Map<String, byte[]> FILES = files();

    private static Map<String, byte[]> files() {
        Map<String, byte[]> out = new LinkedHashMap<>();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (boolean interlaced : new boolean[] {false, true}) {
            String name = interlaced ? "interlaced " : "";
            out.put(name + "grey 1.png", png(1, PngFile.GREY, interlaced, random));
            out.put(name + "grey 8.png", png(8, PngFile.GREY, interlaced, random));
            out.put(name + "grey 16.png", png(16, PngFile.GREY, interlaced, random));
            out.put(name + "palette 4.png", png(4, PngFile.PALETTE, interlaced, random));
            out.put(name + "grey alpha.png", png(8, PngFile.GREY_ALPHA, interlaced, random));
            out.put(name + "rgb.png", png(8, PngFile.RGB, interlaced, random));
            out.put(name + "rgba 16.png", png(16, PngFile.RGBA, interlaced, random));
        }
        try {
            for (String compression : List.of("", "LZW", "Deflate", "PackBits")) {
                out.put(compression + ".tif", ImageFiles.tiff(ImageFiles.IMAGES.get("palette 8"), compression, true));
            }
            out.put(
                    "pages.tif",
                    ImageFiles.tiffOf(List.of(ImageFiles.IMAGES.get("bilevel"), ImageFiles.IMAGES.get("grey 16"))));
            out.put("indexed.bmp", ImageFiles.bmp(ImageFiles.IMAGES.get("palette 8"), "BI_RGB"));
            out.put("runs.bmp", ImageFiles.bmp(ImageFiles.IMAGES.get("palette 8"), "BI_RLE8"));
            for (String compression : List.of("CCITT RLE", "CCITT T.4", "CCITT T.6")) {
                out.put(compression + ".tif", ImageFiles.tiff(ImageFiles.IMAGES.get("bilevel"), compression, Map.of()));
            }
            out.put("JPEG.tif", ImageFiles.tiff(ImageFiles.IMAGES.get("rgb"), "JPEG", true));
            out.put("JPEG.bmp", ImageFiles.bmp(ImageFiles.IMAGES.get("rgb"), "BI_JPEG"));
            out.put("PNG.bmp", ImageFiles.bmp(ImageFiles.IMAGES.get("rgb"), "BI_PNG"));
            out.put("555.bmp", ImageFiles.bmp(ImageFiles.highColor(BufferedImage.TYPE_USHORT_555_RGB), "BI_RGB"));
            out.put("565.bmp", ImageFiles.bmp(ImageFiles.highColor(BufferedImage.TYPE_USHORT_565_RGB), "BI_BITFIELDS"));
            out.put("rgb.bmp", ImageFiles.bmp(ImageFiles.IMAGES.get("rgb"), "BI_RGB"));
            out.put("several.npz", NumpyFormatTest.resource("several.npz"));
            out.put("deflated.npz", NumpyFormatTest.resource("deflated.npz"));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        out.put("labels.npy", NpyCodec.write(LabelArray.ofLongs(DType.INT64, Shape.of(2, 5, 7), i -> i % 3)));
        out.put("half.npy", NumpyFormatTest.npy(">f2", "(2, 2)", new byte[] {60, 0, 0, 1, 124, 0, -4, 0}));
        out.put("mask.csv", text("0,1,2\r\n2,\"1\",255\r\n-1,0.5,1e3\r\n"));
        out.put("logits.txt", text("tensor([[[ 0.5000, -1.2500],\n         [ nan,  inf]]], dtype=torch.float64)\n"));
        return out;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(int depth, int color, boolean interlaced, RandomGenerator random) {
        return PngFile.of(29, 23, depth, color, interlaced, _ -> random.nextInt(3) % (1 << depth));
    }

    /** Loads the classes, which counts as allocation too. */
    @BeforeAll
    static void readEachOnce() {
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            for (int length : new int[] {file.getValue().length, file.getValue().length / 2}) {
                hasRaised(
                        Arrays.copyOf(file.getValue(), length),
                        file.getKey(),
                        new MemoryBudget(1 << 26),
                        "",
                        Long.MAX_VALUE / 2);
            }
        }
    }

    static Stream<String> names() {
        return FILES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void damagedFilesEndInAnArrayOrAReason(String name) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + name.hashCode());
        MemoryBudget room = new MemoryBudget(1 << 26);
        Assertions.assertTimeout(Duration.ofSeconds(20 + CASES / 100), () -> {
            int thrown = 0;
            for (int i = 0; i < CASES; i++) {
                byte[] file = damaged(FILES.get(name), random);
                thrown += hasRaised(file, name, room, "seed " + SEED + ", case " + i, ALWAYS) ? 1 : 0;
            }
            assertThat(thrown).as("cases that were noticed").isGreaterThan(CASES / 10);
        });
    }

    private static boolean hasRaised(byte[] file, String name, MemoryBudget room, String as, long always) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean thrown = false;
        long elements = 0;
        try {
            for (LoadedArray read : ArrayFiles.read(file, name, room)) {
                elements += read.array().size();
                assertThat(read.array().shape().rank()).as(as).isBetween(1, 4);
            }
        } catch (UnreadableFile expected) {
            thrown = true;
            assertThat(expected.getMessage()).as(as).startsWith(name).doesNotContain("\n");
        } catch (RuntimeException | Error unexpected) {
            throw new AssertionError(as, unexpected);
        }
        int most = name.startsWith("JPEG") ? MOST_A_JPEG_BYTE : MOST_A_BYTE;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated)
                .as("%s: bytes allocated for %s bytes", as, file.length)
                .isLessThan(always + (long) most * file.length + MOST_AN_ELEMENT * elements);
        return thrown;
    }

    /** A truncation, flips, another length, a splice, or a few of these; half of all PNGs then get right checksums. */
    private static byte[] damaged(byte[] file, RandomGenerator random) {
        byte[] out = file;
        for (int i = 0; i <= random.nextInt(3); i++) {
            out = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(out, random.nextInt(out.length + 1));
                case 1 -> flipped(out, random);
                case 2 -> lying(out, random);
                case 3 -> spliced(out, FILES.get(anyName(random)), random);
                case 4 -> spliced(out, out, random);
                default -> flipped(flipped(out, random), random);
            };
        }
        if (random.nextBoolean()) {
            mendChecksums(out);
        }
        return out;
    }

    private static String anyName(RandomGenerator random) {
        List<String> all = new ArrayList<>(FILES.keySet());
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] flipped(byte[] file, RandomGenerator random) {
        byte[] out = file.clone();
        if (out.length > 0) {
            out[random.nextInt(out.length)] = (byte) random.nextInt();
        }
        return out;
    }

    /** Some field of 2 or 4 bytes, most often near the beginning or the end, becomes a number that is a limit. */
    private static byte[] lying(byte[] file, RandomGenerator random) {
        byte[] out = file.clone();
        int[] lies = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 16, 1 << 24, 0xffff, 46_341, out.length};
        int span = Math.min(out.length, 120);
        if (out.length >= Integer.BYTES) {
            int near = random.nextInt(span - 3);
            int at = random.nextBoolean() ? near : out.length - span + near;
            ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            ByteBuffer field = ByteBuffer.wrap(out).order(order);
            int lie = lies[random.nextInt(lies.length)];
            if (random.nextBoolean()) {
                field.putInt(at, lie);
            } else {
                field.putShort(at, (short) lie);
            }
        }
        return out;
    }

    private static byte[] spliced(byte[] file, byte[] other, RandomGenerator random) {
        if (other.length == 0) {
            return file;
        }
        int from = random.nextInt(other.length);
        int length = random.nextInt(other.length - from) + 1;
        int at = random.nextInt(file.length + 1);
        ByteBuffer out = ByteBuffer.allocate(file.length + length);
        return out.put(file, 0, at)
                .put(other, from, length)
                .put(file, at, file.length - at)
                .array();
    }

    private static void mendChecksums(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int at = PngFormat.signature().length;
        while (at <= file.length - 12 && file[1] == 'P') {
            int length = in.getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                return;
            }
            CRC32 crc = new CRC32();
            crc.update(file, at + 4, length + 4);
            in.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
    }
}

package lossgrid.io.document;

import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.ArbitraryExperiments;
import lossgrid.fixtures.DocumentJson;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.npy.NpyCodec;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a document, reading it gives an experiment or a {@link UnreadableFile}. */
class ExperimentCodecFuzzTest {
    private static final int MUTANTS_PER_SEED = 500;
    private static final List<String> FRAGMENTS = List.of(
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "1e-999",
            "1.5",
            "2147483647",
            "2147483648",
            "9223372036854775808",
            "\"NaN\"",
            "\"npy\"",
            "\"data\"",
            "\"shape\"",
            "\"int64\"",
            "\"float32\"",
            "\u0000",
            "\ufeff",
            "\ud800",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "NaN",
            "//",
            "k05VTVBZ");

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void onlyUnreadableFilesEscape(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] document = ExperimentCodec.write(new ArbitraryExperiments(seed).next());
        for (int i = 0; i < MUTANTS_PER_SEED; i++) {
            read(mutate(document, random));
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void onlyUnreadableFilesEscapeFromNpy(DType dtype) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(dtype.name().hashCode());
        byte[] npy = NpyCodec.write(new ArbitraryExperiments(1).labels(dtype, Shape.of(2, 3)));
        for (int i = 0; i < MUTANTS_PER_SEED; i++) {
            String base64 = Base64.getEncoder().encodeToString(mutate(npy, random));
            String json =
                    "{\"dtype\": \"%s\", \"shape\": [2, 3], \"npy\": \"%s\"}".formatted(dtype.torchName(), base64);
            read(DocumentJson.bytes(DocumentJson.with("labels", json)));
        }
    }

    private static void read(byte[] mutant) {
        try {
            ExperimentCodec.read(mutant);
        } catch (UnreadableFile expected) {
            if (expected.getMessage().isEmpty() || expected.getMessage().lines().count() != 1) {
                fail("no clear message, \"" + expected.getMessage() + "\", for " + Arrays.toString(mutant));
            }
        } catch (RuntimeException | Error escaped) {
            fail("escaped from " + new String(mutant, StandardCharsets.ISO_8859_1), escaped);
        }
    }

    private static byte[] mutate(byte[] document, RandomGenerator random) {
        byte[] mutant = document;
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            mutant = mutateOnce(mutant, random);
        }
        return mutant;
    }

    private static byte[] mutateOnce(byte[] bytes, RandomGenerator random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(20), bytes.length - at);
        return switch (random.nextInt(6)) {
            case 0 -> replace(bytes, at, 1, new byte[] {(byte) random.nextInt()});
            case 1 -> replace(bytes, at, length, new byte[0]);
            case 2 -> replace(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> {
                int from = random.nextInt(bytes.length - length + 1);
                yield replace(bytes, at, length, Arrays.copyOfRange(bytes, from, from + length));
            }
            default -> {
                String fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
                yield replace(bytes, at, random.nextBoolean() ? length : 0, fragment.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static byte[] replace(byte[] bytes, int at, int length, byte[] by) {
        byte[] out = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, out, 0, at);
        System.arraycopy(by, 0, out, at, by.length);
        System.arraycopy(bytes, at + length, out, at + by.length, bytes.length - at - length);
        return out;
    }
}

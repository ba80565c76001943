package lossgrid.io.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds the message in pasted text. */
class TracebackReaderTest {
    private static final TracebackReader READER = new TracebackReader(MessageCatalog.load());
    private static final String TRACEBACK = """
        Traceback (most recent call last):
          File "train.py", line 105, in training
            loss = self.criterion(output, target)
          File "/opt/conda/lib/python3.8/site-packages/torch/nn/modules/module.py", line 1190, in _call_impl
            return forward_call(*input, **kwargs)
          File "/opt/conda/lib/python3.8/site-packages/torch/nn/functional.py", line 3026, in cross_entropy
            return torch._C._nn.cross_entropy_loss(input, target, weight, _Reduction.get_enum(reduction), ignore_index)
        %s
        """;

    private static Recognition.Recognized read(String text) {
        assertThat(READER.read(text)).isInstanceOf(Recognition.Recognized.class);
        return (Recognition.Recognized) READER.read(text);
    }

    @Test
    void aWholeTraceback() {
        Recognition.Recognized found = read(TRACEBACK.formatted("IndexError: Target 255 is out of bounds."));
        assertThat(found.family()).isEqualTo(MessageFamily.TARGET_OUT_OF_BOUNDS);
        assertThat(found.values()).isEqualTo(Map.of("label", "255"));
        assertThat(found.words()).isEqualTo("Target 255 is out of bounds.");
        assertThat(found.wording().device()).isEqualTo(Device.CPU);
    }

    @Test
    void aNotebooksColoursWithAndWithoutTheirEscapes() {
        String colours = "\u001b[0;31mRuntimeError\u001b[0m: \u001b[1mexpected scalar type\u001b[0m Long but found"
                + " \u001b[31mByte\u001b[0m";
        assertThat(read(colours).values()).isEqualTo(Map.of("type", "Byte"));
        assertThat(read(colours.replace("\u001b", "")).family()).isEqualTo(MessageFamily.LABEL_DTYPE);
    }

    @Test
    void quotesOfAForumAndEntitiesOfAPage() {
        assertThat(read("RuntimeError: “nll_loss_forward_reduce_cuda_kernel_2d_index“ not implemented for ‘Int‘")
                        .values())
                .isEqualTo(Map.of("type", "Int"));
        assertThat(read("Assertion &#39;t &gt;= 0 &amp;&amp; t &lt; n_classes&#39; failed.")
                        .wording()
                        .device())
                .isEqualTo(Device.CUDA);
    }

    @Test
    void chineseTextAroundIt() {
        Recognition.Recognized found = read("您好，训练时报错：RuntimeError: 1only batches of spatial targets supported"
                + " (non-empty 3D tensors) but got targets of size: : [16, 512, 1024, 3]，请问该怎么解决？");
        assertThat(found.family()).isEqualTo(MessageFamily.TARGET_RANK);
        assertThat(found.values()).isEqualTo(Map.of("target", "[16, 512, 1024, 3]"));
        assertThat(found.wording().until()).contains("1.4");
    }

    @Test
    void aMessageThatHasBeenWrapped() {
        assertThat(read("""
            ValueError: Using a target size (torch.Size([1, 256,
                256])) that is different to the input size
            (torch.Size([1, 1, 256, 256])) is deprecated. Please ensure
            they have the same size.\
            """).values())
                .containsEntry("target", "[1, 256, 256]")
                .containsEntry("input", "[1, 1, 256, 256]");
    }

    @Test
    void anAssertionGoesBeforeTheErrorThatOnlyMentionsOne() {
        String assertion = "NLLLoss2d.cu:95: nll_loss2d_forward_kernel: block: [0,0,0], thread: [332,0,0]"
                + " Assertion `t >= 0 && t < n_classes` failed.\n";
        String output =
                assertion.repeat(400) + TRACEBACK.formatted("RuntimeError: CUDA error: device-side assert triggered");
        assertThat(read(output).family()).isEqualTo(MessageFamily.TARGET_OUT_OF_BOUNDS);
        assertThat(read("RuntimeError: CUDA error: device-side assert triggered\nCUDA kernel errors might be …")
                        .family())
                .isEqualTo(MessageFamily.DEVICE_ASSERT);
    }

    @Test
    void theLastOfSeveralErrorsCounts() {
        assertThat(read(TRACEBACK.formatted("IndexError: Target 2 is out of bounds.")
                                + "\nDuring handling of the above exception, another exception occurred:\n"
                                + TRACEBACK.formatted("RuntimeError: expected scalar type Long but found Float"))
                        .family())
                .isEqualTo(MessageFamily.LABEL_DTYPE);
    }

    @Test
    void theLinesOfATracebackThatBuildAMessageAreNoMessage() {
        assertThat(READER.read("raise ValueError(\"Target size ({}) must be the same as input size"
                        + " ({})\".format(target.size(), input.size()))"))
                .isInstanceOf(Recognition.NotRecognized.class);
    }

    @Test
    void whatIsNotKnownIsSaidToBeNotKnown() {
        for (String text : List.of(
                "",
                " \n ",
                "hello",
                "ModuleNotFoundError: No module named 'torch'",
                "RuntimeError: CUDA out of memory.")) {
            assertThat(READER.read(text)).isEqualTo(new Recognition.NotRecognized(Optional.empty()));
        }
        assertThat(READER.read("RuntimeError: weight tensor should be defined for all of the classes, or none"))
                .isEqualTo(new Recognition.NotRecognized(Optional.of(MessageFamily.WEIGHT_LENGTH)));
    }

    @Test
    void negativeLabelsAndOldShapes() {
        assertThat(read("Target -1 is out of bounds.").values()).isEqualTo(Map.of("label", "-1"));
        assertThat(read("size mismatch (got input: 2x3x4x4, target: 2x3x4)").values())
                .isEqualTo(Map.of("input", "2x3x4x4", "target", "2x3x4"));
        assertThat(read("target [1 x 85 x 106], input [1 x 8 x 170 x 212] … input and target batch or spatial"
                                + " sizes don't match: target [1 x 85 x 106], input [1 x 8 x 170 x 212] at"
                                + " SpatialClassNLLCriterion.cu:24")
                        .values())
                .isEqualTo(Map.of("target", "[1 x 85 x 106]", "input", "[1 x 8 x 170 x 212]"));
    }

    /**
     * Pieces of messages, long runs of values for the gaps, and any characters: never an exception, and always fast.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyTextIsReadInTime(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Wording> wordings = MessageCatalog.load().wordings();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200; i++) {
                StringBuilder text = new StringBuilder();
                int pieces = random.nextInt(1, 60);
                for (int k = 0; k < pieces; k++) {
                    text.append(piece(random, wordings));
                }
                assertThat(READER.read(text.toString())).isNotNull();
            }
        });
    }

    private static String piece(SplittableRandom random, List<Wording> wordings) {
        String example = wordings.get(random.nextInt(wordings.size())).example();
        return switch (random.nextInt(5)) {
            case 0 -> example.substring(random.nextInt(example.length()));
            case 1 -> example.substring(0, random.nextInt(example.length()));
            case 2 -> "1".repeat(random.nextInt(200)) + "\u001b[".repeat(random.nextInt(20));
            case 3 ->
                random.ints(50, 0, 0x10000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            default -> random.nextBoolean() ? "\n" : "[1, ".repeat(random.nextInt(50));
        };
    }

    @Test
    void textsOfMegabytesTakeNoLongerThanALook() {
        List<String> texts = List.of(
                "x".repeat(5_000_000),
                "[".repeat(3_000_000),
                "[0;".repeat(1_000_000),
                "Target ".repeat(700_000),
                "size mismatch (got input: ".repeat(100_000),
                "Expected target size [" + "1, ".repeat(1_000_000),
                " ".repeat(5_000_000),
                "\n".repeat(2_000_000));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> texts.forEach(READER::read));
        String long1 = "x ".repeat(3_000_000) + "IndexError: Target 255 is out of bounds.";
        assertThat(read(long1).family()).isEqualTo(MessageFamily.TARGET_OUT_OF_BOUNDS);
    }
}

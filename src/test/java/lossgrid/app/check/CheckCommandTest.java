package lossgrid.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import lossgrid.app.UsageErrors;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.Draw;
import lossgrid.io.npy.NpyCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CheckCommandTest {
    @Command(name = "lossgrid")
    private static final class Root {}

    private static final int SIDE = 24;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringWriter usage = new StringWriter();

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        List<String> args = new ArrayList<>(List.of("check"));
        for (Object argument : arguments) {
            args.add(argument.toString());
        }
        CheckCommand check = new CheckCommand(out, new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(new Root())
                .addSubcommand(check)
                .setParameterExceptionHandler(new UsageErrors())
                .setErr(new PrintWriter(usage))
                .execute(args.toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A grey mask whose value at x, y is that of {@code values} in turn, in patches. */
    private Path grey(String name, int... values) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE - 4, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < SIDE; x++) {
                image.getRaster().setSample(x, y, 0, values[(x / 6 + y / 6) % values.length]);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void rightMasksGiveZero() throws IOException {
        grey("train/a.png", 0, 1, 2);
        grey("train/b.png", 2, 1, 0);
        assertThat(run(folder, "--classes", 3)).isZero();
        assertThat(out()).isEqualToNormalizingNewlines("""
            2 arrays in 2 files checked for C = 3 and ignore_index = -100.
            No problems found.
            """);
        assertThat(err()).isEmpty();
    }

    @Test
    void aNetworksOutputIsNoMask() throws IOException {
        LabelArray output = new Draw(5).normal(Shape.of(1, 3, 6, 8), 3).toLabels();
        Path file = Files.write(folder.resolve("logits.npy"), NpyCodec.write(output));
        assertThat(run(file, "--classes", 3)).isEqualTo(1);
        assertThat(out()).contains("[logits-for-labels]").contains("[1, 3, 6, 8] real numbers");
    }

    @Test
    void wrongMasksGiveOneAndAreNamedByFinding() throws IOException {
        grey("a.png", 0, 1);
        for (int i = 0; i < 7; i++) {
            grey("binary/" + i + ".png", 0, 255);
        }
        assertThat(run(folder, "--classes", 2)).isEqualTo(1);
        assertThat(out())
                .contains("8 arrays in 8 files checked")
                .contains("[binary-mask]")
                .contains("7 arrays")
                .contains(folder.resolve("binary/0.png").toString())
                .contains(folder.resolve("binary/4.png").toString())
                .doesNotContain(folder.resolve("binary/5.png").toString())
                .contains("and 2 more")
                .doesNotContain(folder.resolve("a.png").toString());
    }

    @Test
    void ignoreIndexCounts() throws IOException {
        grey("a.png", 0, 1, 2, 255);
        assertThat(run(folder, "--classes", 3)).isEqualTo(1);
        assertThat(run(folder, "--classes", 3, "--ignore-index", 255)).isZero();
    }

    @Test
    void unreadableFilesGiveTwoAndTheRestIsChecked() throws IOException {
        grey("ok/a.png", 0, 255);
        Path cut = grey("ok/b.png", 0, 1);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 60));
        assertThat(run(folder, "--classes", 2)).isEqualTo(2);
        assertThat(err())
                .startsWith("lossgrid check: " + cut + ": ")
                .contains("bytes where the file has")
                .hasLineCount(1);
        assertThat(out()).contains("1 array in 1 file checked", "[binary-mask]", "1 file could not be read.");
    }

    @Test
    void otherFilesOfAFolderArePassedOverAndCounted() throws IOException {
        grey("a.png", 0, 1);
        file("README.txt", "These are masks.");
        file("split.csv", "name,fold\na.png,1\n");
        file("meta/info.json", "{}");
        file("meta/more.json", "{}");
        file("LICENSE", "text");
        file(".hidden/b.png", "no png");
        file("._a.png", "no png");
        assertThat(run(folder, "--classes", 2)).isZero();
        assertThat(out())
                .contains("1 array in 1 file checked")
                .contains("7 files are not arrays and were skipped:")
                .contains("2 .json", "1 .csv", "1 .txt");
        assertThat(err()).isEmpty();
    }

    @Test
    void otherFilesThatAreNamedAreErrors() throws IOException {
        Path mask = grey("a.png", 0, 1);
        Path text = file("README.txt", "These are masks.");
        assertThat(run(mask, text, folder.resolve("none.png"), "--classes", 2)).isEqualTo(2);
        assertThat(err())
                .contains(text + ": line 1, column 1: \"These")
                .contains(folder.resolve("none.png") + ": there is no such file");
        assertThat(out()).contains("1 array in 1 file checked");
    }

    @Test
    void nothingToCheckIsNoSuccess() throws IOException {
        file("README.txt", "These are masks.");
        assertThat(run(folder, "--classes", 2)).isEqualTo(2);
        assertThat(err()).isEqualToNormalizingNewlines("lossgrid check: There are no arrays to check.\n");
    }

    @Test
    void filesWithoutAnEndingAreToldByTheirFirstBytes() throws IOException {
        Files.move(grey("a.png", 0, 255), folder.resolve("mask"));
        assertThat(run(folder, "--classes", 2)).isEqualTo(1);
    }

    @Test
    void everyArrayOfAnArchiveIsChecked() throws IOException {
        LabelArray good = LabelArray.ofLongs(DType.INT64, Shape.of(1, 6, 8), i -> i % 2);
        LabelArray bad = LabelArray.ofLongs(DType.INT64, Shape.of(1, 6, 8), i -> i % 2 * 9);
        Path file = folder.resolve("masks.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, LabelArray> array : List.of(Map.entry("good", good), Map.entry("bad", bad))) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(NpyCodec.write(array.getValue()));
            }
        }
        assertThat(run(file, "--classes", 2)).isEqualTo(1);
        assertThat(out()).contains("2 arrays in 1 file", file + "[bad]").doesNotContain(file + "[good]");
    }

    @Test
    void jsonIsALineForEachFileAndASummary() throws IOException {
        grey("a.png", 0, 1);
        grey("b.png", 0, 255);
        Path broken = file("c.png", "x");
        assertThat(run(folder, "--classes", 2, "--json")).isEqualTo(2);
        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "{\"file\":\"" + folder.resolve("a.png") + "\",\"arrays\":[{\"name\":\"\",\"dtype\":\"uint8\","
                                + "\"stored\":\"uint8\",\"shape\":[20,24],\"findings\":[]}]}");
        assertThat(lines.get(1)).contains("\"kind\":\"binary-mask\"", "\"severity\":\"error\"");
        assertThat(lines.get(2))
                .isEqualTo("{\"file\":\"" + broken + "\",\"error\":\"named .png, but it contains something else\"}");
        assertThat(lines.get(3))
                .startsWith("{\"summary\":{\"classes\":2,\"ignore_index\":-100,\"files\":2,\"arrays\":2,\"skipped\":0,"
                        + "\"unreadable\":1,\"findings\":{\"binary-mask\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--lang=en"})
    void theOrderIsThatOfTheNamesWhateverTheThreads(String form) throws IOException {
        for (int i = 0; i < 120; i++) {
            String name = "%s/%03d".formatted(i % 3 == 0 ? "x" : "y/z", i);
            if (i % 17 == 0) {
                file(name + ".png", "broken");
            } else {
                grey(name + ".png", 0, i % 5 == 0 ? 255 : 1);
            }
        }
        int exit = run(folder, "--classes", 2, "--threads", 1, form);
        String one = out() + err();
        assertThat(one.lines().filter(line -> line.contains("named .png")).count())
                .isGreaterThanOrEqualTo(8);
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(run(folder, "--classes", 2, "--threads", threads, form)).isEqualTo(exit);
            assertThat(out() + err()).as("%s threads", threads).isEqualTo(one);
        }
    }

    @Test
    void chineseWords() throws IOException {
        grey("a.png", 0, 255);
        assertThat(run(folder, "--classes", 2, "--lang", "zh")).isEqualTo(1);
        assertThat(out()).contains("已检查 1 个文件中的 1 个数组").doesNotContain("array");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--classes 0 | lossgrid check: --classes must be 1 or more, not 0",
                "--classes 2 --palette coco | lossgrid check: --palette must be one of voc, cityscapes, cityscapes-ids,"
                        + " ade20k, not coco",
                "--classes 2 --threads 0 | lossgrid check: --threads must be 1 to 256, not 0",
                "--classes 2 --lang fr | lossgrid check: --lang must be en or zh",
                "--json | lossgrid check: Missing required option: '--classes=N'"
            })
    void wrongOptionsAreNamed(String options, String message) {
        List<Object> arguments = new ArrayList<>(List.of(folder));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(arguments.toArray())).isEqualTo(2);
        assertThat(usage.toString()).isEqualToNormalizingNewlines(message + "\n");
    }
}

package lossgrid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.document.Lesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lossgrid render} in its own process, since it starts and ends JavaFX. */
class RenderCommandTest {
    @TempDir
    Path folder;

    private Path document;

    @BeforeEach
    void save() throws IOException {
        document = folder.resolve("two.lossgrid.json");
        DocumentFiles.save(document, Lesson.TWO_CHANNEL.open());
    }

    private record Outcome(int exitCode, String output) {}

    private Outcome render(String... arguments) throws IOException, InterruptedException {
        return renderOf(document, arguments);
    }

    private Outcome renderOf(Path of, String... arguments) throws IOException, InterruptedException {
        String modules = System.getProperty("jdk.module.path");
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        // Half of the work for a process that is as short as this.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (modules == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "lossgrid.app.Main"));
        } else {
            command.addAll(List.of(
                    "--enable-native-access=javafx.graphics", "-p", modules, "-m", "lossgrid/lossgrid.app.Main"));
        }
        command.addAll(List.of("render", of.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    @Test
    void aPngHasTheSizeTimesTheScaleInEitherTheme() throws IOException, InterruptedException {
        Path light = folder.resolve("light.png");
        Path dark = folder.resolve("dark.png");
        assertThat(render("--out", light.toString(), "--size", "1280x720", "--scale", "2"))
                .isEqualTo(new Outcome(0, ""));
        assertThat(render("--out", dark.toString(), "--theme", "dark", "--lang", "zh"))
                .isEqualTo(new Outcome(0, ""));
        BufferedImage picture = ImageIO.read(light.toFile());
        assertThat(picture.getWidth()).isEqualTo(2560);
        assertThat(picture.getHeight()).isEqualTo(1440);
        assertThat(picture.getRGB(5, 5)).isEqualTo(0xffffffff);
        assertThat(ImageIO.read(dark.toFile()).getRGB(5, 5) & 0xff).isLessThan(64);
    }

    @Test
    void svgIsChosenByOptionOrName() throws IOException, InterruptedException {
        Path named = folder.resolve("card.svg");
        assertThat(render("--out", named.toString(), "--card", "one-hot", "--lang", "zh"))
                .isEqualTo(new Outcome(0, ""));
        assertThat(Files.readString(named)).contains("独热编码 p").doesNotContain("softmax");
        Path asked = folder.resolve("picture");
        assertThat(render("--out", asked.toString(), "--svg")).isEqualTo(new Outcome(0, ""));
        assertThat(Files.readString(asked)).startsWith("<?xml").contains(">0.9823</text>");
    }

    /** For an array that can be either, the output says how it was read, unless that was specified. */
    @Test
    void logitsAreToldFromLabels() throws IOException, InterruptedException {
        Path logits = folder.resolve("x.txt");
        Files.writeString(logits, "[[[[0.5, 1.5]], [[2.5, -1.0]], [[0.0, 0.5]]]]");
        Path picture = folder.resolve("x.svg");
        Outcome guessed = renderOf(logits, "--out", picture.toString(), "--card", "logits");
        assertThat(guessed.exitCode()).isZero();
        assertThat(guessed.output()).contains("x.txt is read as logits.", "--as labels");
        assertThat(guessed.output().strip().lines()).hasSize(1);
        assertThat(Files.readString(picture)).contains(">logits x</text>", ">[1, 3, 1, 2]</text>", ">2.5000</text>");
        assertThat(renderOf(logits, "--out", picture.toString(), "--as", "labels", "--card", "labels"))
                .isEqualTo(new Outcome(0, ""));
        assertThat(Files.readString(picture)).contains(">labels y</text>", ">[1, 3, 1, 2]</text>", ">2.5</text>");
        Path mask = Files.writeString(folder.resolve("mask.csv"), "0,1\n1,0\n");
        assertThat(renderOf(mask, "--out", picture.toString())).isEqualTo(new Outcome(0, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "--as,logits",
        "--as,masks",
        "--card,nothing",
        "--compare,nothing",
        "--lang,fr",
        "--theme,blue",
        "--scale,99",
        "--scale,-1",
        "--size,9x9",
        "--size,99999x99999"
    })
    void aWrongOptionIsNamedInOneLine(String option, String value) {
        StringWriter err = new StringWriter();
        Path out = folder.resolve("x.png");
        int exitCode = Main.commandLine()
                .setErr(new PrintWriter(err))
                .execute("render", document.toString(), "--out", out.toString(), option, value);
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().strip().lines()).as(err.toString()).hasSize(1);
        assertThat(err.toString()).contains(option.equals("--size") && value.length() > 3 ? "--scale" : option);
        assertThat(out).doesNotExist();
    }

    @Test
    void aPictureThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
        Outcome outcome = render("--out", folder.resolve("no/x.png").toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output().strip().lines()).hasSize(1);
        assertThat(outcome.output()).contains("x.png", "there is no folder");
    }
}

package lossgrid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import lossgrid.io.DocumentException;
import lossgrid.io.DocumentFiles;
import lossgrid.io.Lesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lossgrid render} in a process of its own, since it starts and ends JavaFX. */
class RenderCommandTest {
    @TempDir
    Path folder;

    private Path document;

    @BeforeEach
    void save() throws DocumentException {
        document = folder.resolve("two.lossgrid.json");
        DocumentFiles.save(document, Lesson.TWO_CHANNEL.open());
    }

    private record Outcome(int exitCode, String output) {}

    private Outcome render(String... arguments) throws IOException, InterruptedException {
        String modules = System.getProperty("jdk.module.path");
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        if (modules == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "lossgrid.app.Main"));
        } else {
            command.addAll(List.of(
                    "--enable-native-access=javafx.graphics", "-p", modules, "-m", "lossgrid/lossgrid.app.Main"));
        }
        command.addAll(List.of("render", document.toString()));
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

    @Test
    void mistakesAreOneLineAndExitCode2() throws IOException, InterruptedException {
        String out = folder.resolve("x.png").toString();
        for (String[] wrong : List.of(
                new String[] {"--out", out, "--card", "nothing"},
                new String[] {"--out", out, "--lang", "fr"},
                new String[] {"--out", out, "--theme", "blue"},
                new String[] {"--out", out, "--scale", "99"},
                new String[] {"--out", folder.resolve("no/x.png").toString()})) {
            Outcome outcome = render(wrong);
            assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(2);
            assertThat(outcome.output().strip().lines()).as(outcome.output()).hasSize(1);
        }
        assertThat(Path.of(out)).doesNotExist();
    }
}

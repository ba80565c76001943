package lossgrid.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    @Test
    void oneLineIsRewrittenAndLeavesNothing() {
        MaskReport report = new MaskReport.Skipped(Path.of("a.txt"));
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (CheckProgress progress = new CheckProgress(stream, CheckText.in(Language.ENGLISH), now::get)) {
            progress.add(report);
            progress.add(report);
            now.addAndGet(200_000_000);
            progress.add(report);
        }
        String shown = err.toString(StandardCharsets.UTF_8);
        assertThat(shown)
                .doesNotContain("\n")
                .contains("\r1  no findings", "\r3  no findings")
                .doesNotContain("\r2 ");
        assertThat(shown).endsWith("\r" + " ".repeat("3  no findings".length()) + "\r");
    }

    /** Chinese takes two columns a character, and a terminal without block characters gets other signs. */
    @Test
    void nothingIsLeftOfWideCharacters() {
        PrintStream stream = new PrintStream(err, true, Charset.forName("GBK"));
        try (CheckProgress progress = new CheckProgress(stream, CheckText.in(Language.CHINESE), now::get)) {
            progress.add(new MaskReport.Skipped(Path.of("a.txt")));
        }
        String text = "1  " + CheckText.in(Language.CHINESE).get(CheckText.Key.PROGRESS, 0);
        long wide = text.chars().filter(c -> c > 0x2e80).count();
        assertThat(wide).isPositive();
        assertThat(err.toString(Charset.forName("GBK")))
                .isEqualTo("\r" + text + "\r" + " ".repeat(text.length() + (int) wide) + "\r");
    }

    @Test
    void terminalsOfLinux() {
        assertThat(List.of("/dev/pts/3", "/dev/tty1", "/dev/console"))
                .allMatch(device -> CheckProgress.isTerminal(Path.of(device)));
        assertThat(List.of("/dev/null", "/home/me/err.log", "pipe:[123]", "/dev/shm/x"))
                .noneMatch(device -> CheckProgress.isTerminal(Path.of(device)));
    }

    @Test
    void theBarIsDrawnWithWhatTheTerminalHas(@TempDir Path folder) throws IOException, InterruptedException {
        Path mask = Files.createFile(folder.resolve("a.png"));
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
            err.reset();
            PrintStream stream = new PrintStream(err, true, charset);
            try (CheckProgress progress = new CheckProgress(stream, CheckText.in(Language.ENGLISH), now::get)) {
                progress.count(List.of(folder)).join();
                progress.add(new MaskReport.Skipped(mask));
            }
            String full = charset.equals(StandardCharsets.UTF_8) ? "█" : "#";
            assertThat(err.toString(charset)).contains("\r[" + full.repeat(30) + "] 1/1  no findings\r");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheTexts(Language language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in =
                CheckText.class.getResourceAsStream("/assets/i18n/check_" + language.file() + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(texts).hasSize(CheckText.Key.values().length);
        for (CheckText.Key key : CheckText.Key.values()) {
            assertThat(CheckText.in(language).get(key, 1, 2, 3, 4))
                    .as("%s", key)
                    .isNotBlank();
        }
    }
}

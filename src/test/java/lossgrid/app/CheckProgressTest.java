package lossgrid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import lossgrid.ui.Language;
import org.junit.jupiter.api.Test;
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
                .contains("\r1  nothing found", "\r3  nothing found")
                .doesNotContain("\r2 ");
        assertThat(shown).endsWith("\r" + " ".repeat("3  nothing found".length()) + "\r");
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

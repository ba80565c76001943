package lossgrid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStartTest {
    @Test
    void nothingOpensTheWindow() {
        assertThat(WindowStart.of()).contains(new WindowStart(Optional.empty(), ExitTrigger.USER));
    }

    @Test
    void aFileIsOpenedWhereverTheVisitStands() {
        WindowStart expected = new WindowStart(Optional.of(Path.of("a mask.png")), ExitTrigger.FIRST_FRAME);
        assertThat(WindowStart.of("a mask.png", "--exit-after-first-frame")).contains(expected);
        assertThat(WindowStart.of("--exit-after-first-frame", "a mask.png")).contains(expected);
    }

    @Test
    void theRehearsalIsAVisit() {
        assertThat(WindowStart.of("--rehearse")).contains(new WindowStart(Optional.empty(), ExitTrigger.REHEARSAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval",
                "render",
                "check",
                "--help",
                "-h",
                "--version",
                "@arguments",
                "\"quoted\"",
                "'quoted'",
                ""
            })
    void theRestIsForPicocli(String argument) {
        assertThat(WindowStart.of(argument)).isEmpty();
    }

    @Test
    void moreThanOneFileIsForPicocli() {
        assertThat(WindowStart.of("a.npy", "b.npy")).isEmpty();
    }

    /** Picocli accepts it after {@code --}. */
    @Test
    void theApplicationGetsWhateverTheFileIsCalled() {
        WindowStart start = new WindowStart(Optional.of(Path.of("--rehearse")), ExitTrigger.USER);
        assertThat(WindowStart.handed(List.of(start.arguments()))).isEqualTo(start);
    }

    @Test
    void theApplicationGetsTheVisit() {
        WindowStart start = new WindowStart(Optional.empty(), ExitTrigger.REHEARSAL);
        assertThat(WindowStart.handed(List.of(start.arguments()))).isEqualTo(start);
    }
}

package lossgrid.io.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {
    private static final Path HOME = Path.of("/home/me");

    @Test
    void followsTheConventionsOfTheSystem() {
        assertThat(StateFolder.of(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".local/state/lossgrid"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "/var/me"), "Linux", HOME))
                .isEqualTo(Path.of("/var/me/lossgrid"));
        assertThat(StateFolder.of(Map.of(), "Mac OS X", HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/Lossgrid"));
        assertThat(StateFolder.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
                .isEqualTo(Path.of("/local/Lossgrid"));
        assertThat(StateFolder.of(Map.of(), "Windows 11", HOME)).isEqualTo(HOME.resolve("AppData/Local/Lossgrid"));
    }

    @Test
    void ignoresWhatIsNoAbsolutePath() {
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", ""), "Linux", HOME))
                .isEqualTo(HOME.resolve(".local/state/lossgrid"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "state"), "Linux", HOME))
                .isEqualTo(HOME.resolve(".local/state/lossgrid"));
    }
}

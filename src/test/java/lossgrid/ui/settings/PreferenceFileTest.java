package lossgrid.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigureGround;
import lossgrid.paint.figure.FigureLength;
import lossgrid.paint.figure.FigurePart;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Theme;
import lossgrid.ui.session.Background;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("settings.properties");
    }

    private Preferences loaded(String content) throws IOException {
        Files.writeString(file(), content);
        return settings().load();
    }

    private PreferenceFile settings() {
        return new PreferenceFile(file(), new Background());
    }

    @Test
    void whoHasChosenNothingGetsWhatTheMachineSays() {
        assertThat(settings().load()).isEqualTo(Preferences.NONE);
    }

    @Test
    void whatWasChosenIsRead() throws IOException {
        assertThat(loaded("language=zh_CN\ntheme=dark\nzoom=1.25\n"))
                .isEqualTo(new Preferences(Optional.of(Language.CHINESE), Optional.of(Theme.DARK), 1.25));
    }

    @Test
    void theFigureExportedLastIsKept() throws IOException {
        assertThat(loaded("figure=board 85mm 8pt transparent svg\n").figure())
                .isEqualTo(new FigureRequest(
                        FigurePart.BOARD,
                        new FigureLength(85, FigureLength.Unit.MM),
                        new FigureLength(8, FigureLength.Unit.PT),
                        FigureGround.TRANSPARENT,
                        FigureFormat.SVG,
                        FigureRequest.USUAL_RESOLUTION));
        assertThat(loaded("figure=board wide 8pt transparent svg\n")).isEqualTo(Preferences.NONE);
    }

    @Test
    void eachValueThatMakesNoSenseIsAsIfItWereMissing() throws IOException {
        assertThat(loaded("language=fr\ntheme=dark\nzoom=large\nfuture=1\n"))
                .isEqualTo(new Preferences(Optional.empty(), Optional.of(Theme.DARK), 1));
        assertThat(loaded("language=en\ntheme=\nzoom=1e9\n"))
                .isEqualTo(new Preferences(Optional.of(Language.ENGLISH), Optional.empty(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=\\u00zz", "\\uD8"})
    void aFileThatIsNoSettingsFileIsIgnored(String content) throws IOException {
        assertThat(loaded(content)).isEqualTo(Preferences.NONE);
    }

    @Test
    void bytesThatAreNoTextAreIgnored() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3});
        assertThat(settings().load()).isEqualTo(Preferences.NONE);
    }

    @Test
    void eachPlatformHasItsFolder() {
        Path home = Path.of("/home/ada");
        assertThat(PreferenceFile.folder("Linux", Map.of(), home)).isEqualTo(home.resolve(".config/lossgrid"));
        assertThat(PreferenceFile.folder("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"), home))
                .isEqualTo(Path.of("/cfg/lossgrid"));
        assertThat(PreferenceFile.folder("Linux", Map.of("XDG_CONFIG_HOME", "cfg"), home))
                .isEqualTo(home.resolve(".config/lossgrid"));
        assertThat(PreferenceFile.folder("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/Lossgrid"));
        assertThat(PreferenceFile.folder("Windows 11", Map.of("APPDATA", "/roaming"), home))
                .isEqualTo(Path.of("/roaming/Lossgrid"));
        assertThat(PreferenceFile.folder("Windows 11", Map.of(), home))
                .isEqualTo(home.resolve("AppData/Roaming/Lossgrid"));
    }
}

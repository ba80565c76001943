package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.ClassColor;
import org.junit.jupiter.api.Test;

class ClassColorsCodecTest {
    private static byte[] with(String colors) {
        String json = new String(ExperimentCodec.write(Lesson.TWO_CHANNEL.open()), StandardCharsets.UTF_8);
        return json.replace("\"classes\":", "\"colors\": " + colors + ", \"classes\":")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void coloursAreWrittenAndReadBack() throws UnreadableFile {
        Experiment colored =
                Lesson.TWO_CHANNEL.open().withColors(List.of(new ClassColor(0x00ff01), new ClassColor(0xabcdef)));
        byte[] json = ExperimentCodec.write(colored);
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"colors\": [\"#00ff01\", \"#abcdef\"]");
        assertThat(ExperimentCodec.read(json)).isEqualTo(colored);
    }

    @Test
    void withoutColoursNothingIsWritten() throws UnreadableFile {
        byte[] json = ExperimentCodec.write(Lesson.TWO_CHANNEL.open());
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("colors");
        assertThat(ExperimentCodec.read(json).colors()).isEmpty();
    }

    @Test
    void whatIsNoColourIsNamedWithItsPlace() throws UnreadableFile {
        assertThat(ExperimentCodec.read(with("[\"#ABCDEF\"]")).colors()).containsExactly(new ClassColor(0xabcdef));
        assertThatThrownBy(() -> ExperimentCodec.read(with("[\"#ABCDEF\", \"red\"]")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("colors[1]")
                .hasMessageContaining("\"red\"");
    }
}

package lossgrid.paint.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatTest {
    /** The largest number of a grid, one of its numbers, and all forms of that number, from the longest on. */
    @ParameterizedTest
    @CsvSource({
        "0.97, 0.8792, 0.8792 0.879 0.88 .88 .9",
        "2.31, -1.3600, -1.3600 -1.360 -1.36 -1.4",
        "0.05, -0.00755, -0.0076 -0.008 -.008 -.01",
        "0.0004, 0.0004, 0.0004 .0004",
        "0.9999, 0.5, 0.5000 0.500 0.50 0.5",
        "12.5, 0.25, 0.2500 0.250 0.25 0.3",
        "0, 0, 0.0000 0.000 0.00 0.0"
    })
    void numbersGetShorterWithoutVanishing(float peak, double value, String forms) {
        List<String> written = new ArrayList<>();
        Optional<CellFormat> text = Optional.of(CellFormat.of(4, peak));
        while (text.isPresent()) {
            written.add(text.get().write(value));
            text = text.get().shorter();
        }
        assertThat(String.join(" ", written)).isEqualTo(forms);
    }
}

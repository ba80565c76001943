package lossgrid.paint.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | 1    | 0 0.5 1",
                "-2    | 2    | −2 −1 0 1 2",
                "-1.5  | 1.5  | −1.5 0 1.5",
                "0     | 3    | 0 1 2 3",
                "0     | 1.5  | 0 0.5 1 1.5",
                "0.13  | 2.7  | 0.5 1 1.5 2 2.5",
                "0     | 1e-6 | 0 5e−7 1e−6",
                "-3e7  | 3e7  | −3e7 −1.5e7 0 1.5e7 3e7"
            })
    void endsAndRoundNumbers(double low, double high, String labels) {
        assertThat(Ticks.of(new ValueRange(low, high)).stream()
                        .map(Ticks::label)
                        .toList())
                .isEqualTo(Arrays.asList(labels.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void threeToFiveInsideEveryRange(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            double high = low + (0.01 + random.nextDouble()) * Math.pow(10, random.nextInt(9) - 4);
            List<Double> ticks = Ticks.of(new ValueRange(low, high));
            double slack = 1e-6 * (high - low);
            assertThat(ticks)
                    .as("%s…%s", low, high)
                    .hasSizeBetween(3, 5)
                    .isSorted()
                    .allSatisfy(tick -> assertThat(tick).isBetween(low - slack, high + slack));
        }
    }
}

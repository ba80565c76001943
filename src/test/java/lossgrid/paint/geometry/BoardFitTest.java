package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lossgrid.core.array.Shape;
import lossgrid.paint.geometry.BoardFit.Card;
import lossgrid.paint.geometry.BoardFit.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardFitTest {
    private static final double BESIDE = 26;
    private static final double AROUND = 105;

    private static GridShape shape(int n, int c, int h, int w) {
        return GridShape.of(Shape.of(n, c, h, w));
    }

    private static Card card(GridShape shape, double unit) {
        return new Card(shape, BESIDE * unit, AROUND * unit, 195 * unit, (AROUND + 85) * unit, false);
    }

    private static Card folded(GridShape shape, double unit) {
        return new Card(shape, BESIDE * unit, 40 * unit, 120 * unit, 40 * unit, true);
    }

    /** Logits over labels, probabilities over one-hot, loss over gradient. */
    private static List<Pair> columns(GridShape logits, double unit) {
        GridShape pixels = new GridShape(logits.rows(), 1, logits.height(), logits.width(), false);
        return List.of(
                new Pair(card(logits, unit), card(pixels, unit)),
                new Pair(card(logits, unit), card(logits, unit)),
                new Pair(card(pixels, unit), card(logits, unit)));
    }

    private static BoardPlan plan(GridShape logits, double width, double height, double unit) {
        return plan(columns(logits, unit), logits, width, height, unit);
    }

    private static BoardPlan plan(List<Pair> columns, GridShape logits, double width, double height, double unit) {
        BoardFit room = new BoardFit(width, height, unit);
        return room.plan(
                columns, PlaneOrder.of(logits), PlaneOrder.usual(logits), room.leastLegible(logits), Double.MAX_VALUE);
    }

    /** In a window of 1440 × 900. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 4, 5, 28, 2",
        "2, 2, 2, 2, 57, 2",
        "1, 1, 8, 8, 31, 1",
        "1, 19, 6, 6, 7, 5",
    })
    void planesWrapWhereThatMakesCellsLarger(int n, int c, int h, int w, double cell, int perLine) {
        BoardPlan plan = plan(shape(n, c, h, w), 988, 770, 1);
        assertThat(plan.cell()).isEqualTo(cell);
        assertThat(plan.order().perLine()).isEqualTo(perLine);
        assertThat(plan.width()).isLessThanOrEqualTo(988);
        assertThat(plan.height()).isLessThanOrEqualTo(770);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 2, 2", "1, 3, 4, 5", "2, 4, 3, 3", "1, 1, 8, 8", "1, 19, 6, 6", "1, 2, 64, 64", "2, 3, 2, 4"})
    void aLargerWindowNeverHasSmallerCells(int n, int c, int h, int w) {
        GridShape shape = shape(n, c, h, w);
        List<Pair> columns = columns(shape, 1);
        PlaneOrder order = PlaneOrder.usual(shape);
        double before = 0;
        for (int size = 60; size <= 200; size++) {
            BoardFit room = new BoardFit(10 * size, 6 * size, 1);
            BoardPlan plan =
                    room.plan(columns, PlaneOrder.of(shape), order, room.leastLegible(shape), Double.MAX_VALUE);
            assertThat(plan.cell()).as("%s × %s", 10 * size, 6 * size).isGreaterThanOrEqualTo(before);
            before = plan.cell();
            order = plan.order();
        }
    }

    /** However a window has got its size, a pixel more or less changes nothing. */
    @ParameterizedTest
    @CsvSource({"2, 3, 2, 4", "1, 3, 2, 4", "4, 2, 2, 2", "8, 1, 3, 5", "3, 7, 4, 4", "8, 1, 4, 4"})
    void aPixelBackAndForthTurnsNothingOver(int n, int c, int h, int w) {
        GridShape shape = shape(n, c, h, w);
        List<Pair> columns = columns(shape, 1);
        PlaneOrder now = PlaneOrder.usual(shape);
        int turns = 0;
        for (int width = 700; width <= 1800; width += 3) {
            PlaneOrder next = order(columns, shape, now, width);
            if (!next.equals(now)) {
                turns++;
                assertThat(order(columns, shape, next, width - 1)).isEqualTo(next);
                assertThat(order(columns, shape, next, width + 1)).isEqualTo(next);
            }
            now = next;
        }
        assertThat(turns).isLessThan(8);
    }

    private static PlaneOrder order(List<Pair> columns, GridShape shape, PlaneOrder before, int width) {
        return new BoardFit(width, 700, 1)
                .plan(columns, PlaneOrder.of(shape), before, 0, Double.MAX_VALUE)
                .order();
    }

    @ParameterizedTest
    @CsvSource({"20, 1.25", "20, 2", "56, 1.1", "56, 1.25", "56, 1.5", "56, 2", "31, 1.75"})
    void cellsGrowWithType(double cell, double zoom) {
        assertThat(BoardFit.zoomed(cell, zoom, zoom)).isGreaterThan(cell).isLessThanOrEqualTo(cell * zoom);
        assertThat(BoardFit.zoomed(cell, zoom * 1.1, zoom * 1.1))
                .isGreaterThanOrEqualTo(BoardFit.zoomed(cell, zoom, zoom));
    }

    /** A board whose cells would be illegible, or smaller than asked for, is larger than its room. */
    @Test
    void aBoardThatDoesNotFitBecomesLarger() {
        GridShape shape = shape(1, 3, 4, 5);
        BoardPlan plan = plan(shape, 640, 570, 1);
        assertThat(plan.cell()).isEqualTo(new BoardFit(640, 570, 1).leastLegible(shape));
        assertThat(plan.height()).isGreaterThan(570);
        assertThat(plan.width()).as("nobody likes to scroll sideways").isBetween(637.0, 640.0);
        BoardPlan larger = plan(shape, 640, 570, 1.75);
        assertThat(larger.cell()).isEqualTo(1.75 * plan.cell());
    }

    /** Of thousands of cells none needs a number. */
    @Test
    void largeArraysFitAlways() {
        BoardPlan plan = plan(shape(1, 21, 512, 512), 988, 770, 1);
        assertThat(plan.cell()).isLessThan(1);
        assertThat(plan.height()).isLessThanOrEqualTo(770);
        assertThat(plan.width()).isLessThanOrEqualTo(988);
        BoardPlan many = plan(shape(150, 1, 8, 8), 988, 770, 1);
        assertThat(many.height()).isLessThanOrEqualTo(770);
        assertThat(many.cell()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"2, 7, 3, 3, 3", "3, 4, 2, 2, 2", "5, 2, 2, 2, 1", "2, 3, 2, 4, 2"})
    void planesOfOneImageAreTogether(int n, int c, int h, int w, int perLine) {
        GridShape shape = shape(n, c, h, w);
        for (Arrangement arrangement : Arrangement.values()) {
            PlaneWrapping lines = new PlaneOrder(arrangement, perLine).lines(shape);
            assertThat(IntStream.range(0, shape.planes())
                            .mapToObj(plane -> lines.at(lines.line(plane), lines.across(plane))
                                    .orElseThrow()))
                    .containsExactlyElementsOf(
                            IntStream.range(0, shape.planes()).boxed().toList());
            for (int image = 0; image + 1 < n; image++) {
                boolean isBeside = lines.across(image * c) < lines.across((image + 1) * c);
                int last = IntStream.range(image * c, image * c + c)
                        .map(lines::line)
                        .max()
                        .orElseThrow();
                int next = IntStream.range((image + 1) * c, (image + 2) * c)
                        .map(lines::line)
                        .min()
                        .orElseThrow();
                assertThat(isBeside || next > last)
                        .as("%s, n = %s", arrangement, image)
                        .isTrue();
            }
        }
    }

    /** All of the room is used, and cards of one row have one height. */
    @Test
    void whatIsLeftOverIsShared() {
        BoardPlan plan = plan(shape(2, 2, 2, 2), 988, 770, 1);
        assertThat(plan.width()).isBetween(988.0 - 3, 988.0);
        assertThat(plan.columns()).allSatisfy(column -> {
            assertThat(column.upper() + column.lower()).isEqualTo(770);
            assertThat(column.upper()).isEqualTo(plan.columns().getFirst().upper());
        });
    }

    @Test
    void aFoldedCardGivesItsRoomToTheOthers() {
        GridShape logits = shape(1, 3, 4, 5);
        GridShape pixels = new GridShape(1, 1, 4, 5, false);
        List<Pair> columns = List.of(
                new Pair(folded(logits, 1), folded(pixels, 1)),
                new Pair(card(logits, 1), folded(logits, 1)),
                new Pair(card(pixels, 1), card(logits, 1)));
        BoardPlan plan = plan(columns, logits, 988, 770, 1);
        assertThat(plan.cell()).isGreaterThan(plan(logits, 988, 770, 1).cell());
        assertThat(plan.columns().getFirst()).isEqualTo(new BoardPlan.Column(120, 40, 40));
        assertThat(plan.columns().get(1).lower()).isEqualTo(40);
        assertThat(plan.columns().get(1).upper()).isEqualTo(730);
    }

    /** A column whose cards have many planes is wider than one whose cards have few. */
    @Test
    void columnsAreAsWideAsTheyNeed() {
        GridShape logits = shape(1, 1, 8, 8);
        GridShape pair = shape(1, 2, 8, 8);
        List<Pair> columns = List.of(
                new Pair(card(logits, 1), card(logits, 1)),
                new Pair(card(logits, 1), card(pair, 1)),
                new Pair(card(logits, 1), card(logits, 1)));
        BoardPlan plan = plan(columns, pair, 988, 770, 1);
        assertThat(plan.columns().get(1).width())
                .isGreaterThan(1.5 * plan.columns().getFirst().width());
    }
}

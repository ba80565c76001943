package lossgrid.paint.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneFit;

/**
 * The room that planes take in a figure, whose width is given and whose height is free: the least height at which the
 * numbers in the cells are about as large as the other type or, where there is no room for numbers, at which higher
 * planes would hardly have larger cells.
 *
 * @param height in units of the layout
 */
public record FigureFit(double height, Arrangement arrangement) {
    /** The size of the numbers that is aimed for, relative to the other type. */
    private static final double GOOD_TYPE = 0.9;

    private static final double DESIGN_TYPE = 13;
    private static final double STEPS = 80;
    private static final double NEARLY = 0.97;
    /** The least size of a cell that is worth a picture, relative to the type, if there are few of them. */
    private static final double GOOD_CELL = 2.4;

    private static final double EDGES = 8;

    private record Candidate(double height, Arrangement arrangement, double cell, double type) {}

    /**
     * The room for planes of a shape.
     *
     * @param longestTexts the characters of the longest number in a cell, with ever fewer digits; at least one
     * @param room the width, and the most height, that there is
     */
    public static FigureFit of(GridShape shape, List<Integer> longestTexts, PlaneFit room) {
        double unit = room.unit();
        for (int longest : longestTexts) {
            List<Candidate> candidates = candidates(shape, longest, room);
            double bestType = best(candidates, Candidate::type);
            if (bestType > 0) {
                return choose(
                        candidates,
                        Math.min(GOOD_TYPE * DESIGN_TYPE * unit, NEARLY * bestType),
                        Math.min(GOOD_CELL * DESIGN_TYPE * unit, NEARLY * best(candidates, Candidate::cell)));
            }
        }
        List<Candidate> candidates = candidates(shape, longestTexts.getLast(), room);
        return choose(candidates, 0, NEARLY * best(candidates, Candidate::cell));
    }

    private static double best(List<Candidate> candidates, ToDoubleFunction<Candidate> quality) {
        return candidates.stream().mapToDouble(quality).max().orElseThrow();
    }

    private static FigureFit choose(List<Candidate> candidates, double type, double cell) {
        Candidate chosen = candidates.stream()
                .filter(candidate -> candidate.type() >= type && candidate.cell() >= cell)
                .min(Comparator.comparingDouble(Candidate::height))
                .orElseThrow();
        return new FigureFit(chosen.height(), chosen.arrangement());
    }

    private static List<Candidate> candidates(GridShape shape, int longestText, PlaneFit room) {
        List<Candidate> candidates = new ArrayList<>();
        for (Arrangement arrangement : Arrangement.values()) {
            for (int step = 4; step <= STEPS; step++) {
                double height = room.height() * step / STEPS;
                candidates.add(
                        candidate(shape, arrangement, longestText, new PlaneFit(room.width(), height, room.unit())));
            }
        }
        return candidates;
    }

    private static Candidate candidate(GridShape shape, Arrangement arrangement, int longestText, PlaneFit room) {
        GridGeometry geometry = GridGeometry.fit(shape, arrangement, room);
        double type = geometry.showsText(longestText) ? geometry.fontSize(longestText) : 0;
        double height = Math.ceil(geometry.contentHeight() + EDGES * Math.max(1, room.unit()));
        return new Candidate(Math.min(height, room.height()), arrangement, geometry.cell(), type);
    }
}

package lossgrid.paint.grid;

import java.util.ArrayList;
import java.util.List;
import lossgrid.paint.geometry.GridGeometry;

/**
 * The rule by which all cards of a board write numbers: in cells of one size they have the same digits after the point,
 * in type of the same size. A card whose numbers are too long for that, such as one with 1e30 on it, is left out of it.
 */
public record NumberRule(List<CellGrid> grids) {
    /** The rule of a grid that has no others beside it. */
    public static final NumberRule ALONE = new NumberRule(List.of());

    public NumberRule {
        grids = grids.stream().filter(grid -> grid.digits().isPresent()).toList();
    }

    /** A grid with the digits and the type that all have in cells of this geometry. */
    public CellGrid fitted(CellGrid grid, GridGeometry geometry) {
        int most =
                grids.stream().mapToInt(each -> each.digits().orElse(0)).max().orElse(0);
        int fewest = Math.min(1, most);
        boolean isAlone = grid.digits().isEmpty() || grids.isEmpty();
        if (isAlone || !isLegible(grid.withDigits(fewest), geometry)) {
            return grid.fitted(geometry);
        }
        List<CellGrid> legible = new ArrayList<>(grids);
        legible.removeIf(each -> !isLegible(each.withDigits(fewest), geometry));
        int digits = most;
        while (digits > fewest && !areLegible(legible, digits, geometry)) {
            digits--;
        }
        int common = digits;
        int longest = legible.stream()
                .mapToInt(each -> each.withDigits(common).longestText())
                .max()
                .orElse(0);
        CellGrid written = grid.withDigits(common);
        return written.inTypeFor(Math.max(longest, written.longestText()));
    }

    private static boolean areLegible(List<CellGrid> grids, int digits, GridGeometry geometry) {
        return grids.stream().allMatch(grid -> isLegible(grid.withDigits(digits), geometry));
    }

    private static boolean isLegible(CellGrid grid, GridGeometry geometry) {
        return geometry.showsText(grid.longestText());
    }
}

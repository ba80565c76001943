package lossgrid.paint.geometry;

import java.util.Optional;

/**
 * The lines of planes on a card, at most {@code perLine} planes in each. The planes of one n are always together: with
 * n down, the channels that do not fit into one line continue in the next; with n across, the images that do not fit
 * beside each other begin below the last channel of those that do.
 */
public record PlaneWrapping(GridShape shape, Arrangement arrangement, int perLine) {
    /** A wrapping with all planes that belong together in one line. */
    public static PlaneWrapping unbroken(GridShape shape, Arrangement arrangement) {
        PlaneWrapping probe = new PlaneWrapping(shape, arrangement, 1);
        return probe.broken(Math.max(1, probe.together()));
    }

    PlaneWrapping broken(int planesPerLine) {
        return new PlaneWrapping(shape, arrangement, planesPerLine);
    }

    /** The number of planes that belong together. */
    int together() {
        return switch (arrangement) {
            case N_DOWN -> shape.columns();
            case N_ACROSS -> shape.rows();
        };
    }

    private int groups() {
        return switch (arrangement) {
            case N_DOWN -> shape.rows();
            case N_ACROSS -> shape.columns();
        };
    }

    private int linesPerGroup() {
        return Math.ceilDiv(together(), perLine);
    }

    int lines() {
        return groups() * linesPerGroup();
    }

    private int group(int plane) {
        return switch (arrangement) {
            case N_DOWN -> plane / shape.columns();
            case N_ACROSS -> plane % shape.columns();
        };
    }

    private int place(int plane) {
        return switch (arrangement) {
            case N_DOWN -> plane % shape.columns();
            case N_ACROSS -> plane / shape.columns();
        };
    }

    private int plane(int group, int place) {
        return switch (arrangement) {
            case N_DOWN -> group * shape.columns() + place;
            case N_ACROSS -> place * shape.columns() + group;
        };
    }

    /** The line of a plane, counted from the top. */
    public int line(int plane) {
        return switch (arrangement) {
            case N_DOWN -> group(plane) * linesPerGroup() + place(plane) / perLine;
            case N_ACROSS -> place(plane) / perLine * groups() + group(plane);
        };
    }

    /** The number of planes before this one in its line. */
    public int across(int plane) {
        return place(plane) % perLine;
    }

    /** The plane at a position, if there is one: last lines may be shorter. */
    Optional<Integer> at(int line, int across) {
        if (across < 0 || across >= perLine || line < 0 || line >= lines()) {
            return Optional.empty();
        }
        int group =
                switch (arrangement) {
                    case N_DOWN -> line / linesPerGroup();
                    case N_ACROSS -> line % groups();
                };
        int lineOfGroup =
                switch (arrangement) {
                    case N_DOWN -> line % linesPerGroup();
                    case N_ACROSS -> line / groups();
                };
        int place = lineOfGroup * perLine + across;
        return place < together() ? Optional.of(plane(group, place)) : Optional.empty();
    }

    /**
     * The plane before (−1) or after (1) this one among those that belong together, if there is one; it may be in
     * another line.
     */
    Optional<Integer> beside(int plane, int by) {
        int place = place(plane) + by;
        return place >= 0 && place < together() ? Optional.of(plane(group(plane), place)) : Optional.empty();
    }

    /** The nearest plane above (−1) or below (1), if there is one. */
    Optional<Integer> beyond(int plane, int by) {
        int across = across(plane);
        for (int line = line(plane) + by; line >= 0 && line < lines(); line += by) {
            Optional<Integer> found = at(line, across);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

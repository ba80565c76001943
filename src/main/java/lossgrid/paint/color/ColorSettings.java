package lossgrid.paint.color;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The user's settings for numbers: for each kind a map and a range, and the digits of all. Immutable.
 *
 * @param maps the map of every kind
 * @param locked fixed ranges, so that two experiments can be compared; the range of other kinds follows from the values
 * @param kept ranges that stay for a while, until values have come to rest; {@code locked} ones come first
 * @param digits after the point, {@link #LEAST_DIGITS}…{@link #MOST_DIGITS}
 */
public record ColorSettings(
        Map<NumberKind, ColorMapName> maps,
        Map<NumberKind, ValueRange> locked,
        Map<NumberKind, ValueRange> kept,
        int digits) {
    public static final int LEAST_DIGITS = 2;
    public static final int MOST_DIGITS = 6;

    public ColorSettings {
        maps = Map.copyOf(maps);
        locked = Map.copyOf(locked);
        kept = Map.copyOf(kept);
        for (NumberKind kind : NumberKind.values()) {
            if (!maps.containsKey(kind) || !kind.maps().contains(maps.get(kind))) {
                throw new IllegalArgumentException("no map for " + kind);
            }
        }
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("digits: " + digits);
        }
    }

    /** The default maps, automatic ranges and {@link NumberDisplay#DEFAULT_DIGITS}. */
    public static ColorSettings defaults() {
        Map<NumberKind, ColorMapName> maps = new EnumMap<>(NumberKind.class);
        for (NumberKind kind : NumberKind.values()) {
            maps.put(kind, kind.maps().getFirst());
        }
        return new ColorSettings(maps, Map.of(), Map.of(), NumberDisplay.DEFAULT_DIGITS);
    }

    public ColorMapName map(NumberKind kind) {
        return Optional.ofNullable(maps.get(kind)).orElseThrow();
    }

    public Optional<ValueRange> lock(NumberKind kind) {
        return Optional.ofNullable(locked.get(kind));
    }

    /** A number with the digits of these settings. */
    public String text(double value) {
        return NumberDisplay.fixed(value, digits);
    }

    /** These settings with another of the kind's maps. */
    public ColorSettings withMap(NumberKind kind, ColorMapName map) {
        Map<NumberKind, ColorMapName> changed = new EnumMap<>(maps);
        changed.put(kind, map);
        return new ColorSettings(changed, locked, kept, digits);
    }

    public ColorSettings withLock(NumberKind kind, ValueRange range) {
        Map<NumberKind, ValueRange> changed = new EnumMap<>(NumberKind.class);
        changed.putAll(locked);
        changed.put(kind, range);
        return new ColorSettings(maps, changed, kept, digits);
    }

    /** The range of a kind follows from its values again. */
    public ColorSettings withoutLock(NumberKind kind) {
        return new ColorSettings(maps, without(locked, kind), without(kept, kind), digits);
    }

    private static Map<NumberKind, ValueRange> without(Map<NumberKind, ValueRange> ranges, NumberKind kind) {
        Map<NumberKind, ValueRange> changed = new EnumMap<>(NumberKind.class);
        changed.putAll(ranges);
        changed.remove(kind);
        return changed;
    }

    /** These settings with ranges to be kept, in place of those kept before. */
    public ColorSettings withKept(Map<NumberKind, ValueRange> ranges) {
        return new ColorSettings(maps, locked, ranges, digits);
    }

    /** Whether the range of a kind stays as it is, whatever its values. */
    public boolean isFixed(NumberKind kind) {
        return locked.containsKey(kind) || kept.containsKey(kind);
    }

    /** These settings with other digits, as near to {@code value} as allowed. */
    public ColorSettings withDigits(int value) {
        return new ColorSettings(maps, locked, kept, Math.clamp(value, LEAST_DIGITS, MOST_DIGITS));
    }

    /**
     * The scale for these values: over the locked or kept range, or over one that ends at round numbers and covers
     * them all. A range of losses that begins below 0 has the diverging map, since the sign matters then.
     */
    public ColorScale scale(NumberKind kind, Extent values) {
        return scale(
                kind,
                lock(kind)
                        .or(() -> Optional.ofNullable(kept.get(kind)))
                        .orElseGet(() -> AutomaticRange.automatic(kind, values)));
    }

    private ColorScale scale(NumberKind kind, ValueRange range) {
        return switch (kind) {
            case DIVERGING, GRADIENT, DIFFERENCE ->
                new ColorScale(ColorMapLibrary.of(map(kind)), range.low(), range.high(), true);
            case PROBABILITY -> new ColorScale(ColorMapLibrary.of(map(kind)), range.low(), range.high());
            case LOSS ->
                range.low() < 0
                        ? scale(NumberKind.DIVERGING, range)
                        : new ColorScale(ColorMapLibrary.of(map(kind)), range.low(), range.high());
        };
    }
}

package lossgrid.paint.color;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The user's settings for numbers: for each kind a map and a range, and the digits of all. Immutable.
 *
 * @param maps the map of every kind
 * @param locked fixed ranges, so that two experiments can be compared; the range of other kinds follows from the values
 * @param digits after the point, {@link #LEAST_DIGITS}…{@link #MOST_DIGITS}
 */
public record ColorSettings(Map<NumberKind, ColorMapName> maps, Map<NumberKind, ValueRange> locked, int digits) {
    public static final int LEAST_DIGITS = 2;
    public static final int MOST_DIGITS = 6;

    public ColorSettings {
        maps = Map.copyOf(maps);
        locked = Map.copyOf(locked);
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
        return new ColorSettings(maps, Map.of(), NumberDisplay.DEFAULT_DIGITS);
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
        return new ColorSettings(changed, locked, digits);
    }

    public ColorSettings withLock(NumberKind kind, ValueRange range) {
        Map<NumberKind, ValueRange> changed = new EnumMap<>(NumberKind.class);
        changed.putAll(locked);
        changed.put(kind, range);
        return new ColorSettings(maps, changed, digits);
    }

    public ColorSettings withoutLock(NumberKind kind) {
        Map<NumberKind, ValueRange> changed = new EnumMap<>(NumberKind.class);
        changed.putAll(locked);
        changed.remove(kind);
        return new ColorSettings(maps, changed, digits);
    }

    /** These settings with other digits, as near to {@code value} as allowed. */
    public ColorSettings withDigits(int value) {
        return new ColorSettings(maps, locked, Math.clamp(value, LEAST_DIGITS, MOST_DIGITS));
    }

    /**
     * The scale for these values: over the locked range, or over one that ends at round numbers and covers them all. A
     * range of losses that begins below 0 has the diverging map, since the sign matters then.
     */
    public ColorScale scale(NumberKind kind, Extent values) {
        return scale(kind, lock(kind).orElseGet(() -> AutomaticRange.automatic(kind, values)));
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

package lossgrid.paint.color;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The colour maps of the program, loaded on first use. */
public final class ColorMapLibrary {
    private static final Map<ColorMapName, ColorMap> LOADED = new ConcurrentHashMap<>();

    private ColorMapLibrary() {}

    public static ColorMap of(ColorMapName name) {
        return LOADED.computeIfAbsent(name, map -> ColorMap.load(map.file()));
    }

    /**
     * The colours of classes, in an order in which the first few are the farthest apart, for colour-blind people too;
     * after the last, the first follows again.
     */
    public static ColorMap classes() {
        return Classes.MAP;
    }

    private static final class Classes {
        private static final ColorMap MAP = ColorMap.load("classes");
    }
}

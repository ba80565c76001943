package lossgrid.ui.export;

import static lossgrid.ui.export.SvgWriter.attribute;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextLineInfo;
import lossgrid.ui.control.Fonts;

/**
 * Text nodes as SVG, line by line as they have been broken, each as wide as it is on the screen whatever font the
 * reader has.
 */
final class SvgText {
    private static final String MONO = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace";
    private static final String PLAIN =
            "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
    private static final String SYSTEM = "System";

    private SvgText() {}

    static void write(SvgWriter svg, Text node, double x, double y) {
        String text = node.getText();
        if (text.isBlank()) {
            return;
        }
        List<TextLineInfo> lines = node.getLayoutInfo().getTextLines(false);
        double first = lines.getFirst().bounds().getMinY();
        double left = node.getLayoutBounds().getMinX() - smallestX(lines);
        double baseline = node.getLayoutBounds().getMinY() + node.getBaselineOffset();
        for (TextLineInfo line : lines) {
            String words = text.substring(line.start(), Math.min(line.end(), text.length()))
                    .stripTrailing();
            if (!words.isBlank()) {
                svg.text(
                        words,
                        attribute("x", x + left + line.bounds().getMinX()),
                        attribute("y", y + baseline + line.bounds().getMinY() - first),
                        font(node.getFont()),
                        node.isUnderline() ? attribute("text-decoration", "underline") : "",
                        svg.paint("fill", node.getFill()),
                        attribute("textLength", line.bounds().getWidth()),
                        attribute("lengthAdjust", "spacingAndGlyphs"));
            }
        }
    }

    private static double smallestX(List<TextLineInfo> lines) {
        return lines.stream().mapToDouble(line -> line.bounds().getMinX()).min().orElse(0);
    }

    /** Family with what may stand in for it, size and weight. */
    static String font(Font font) {
        return family(font) + " " + attribute("font-size", font.getSize()) + weight(font);
    }

    static String family(Font font) {
        boolean mono = font.getFamily().equals(Fonts.mono(1).getFamily());
        String own = font.getFamily().equals(SYSTEM) ? "" : "'" + font.getFamily() + "', ";
        return attribute("font-family", own + (mono ? MONO : PLAIN));
    }

    private static String weight(Font font) {
        return (font.getStyle().contains("Bold") ? " " + attribute("font-weight", "bold") : "")
                + (font.getStyle().contains("Italic") ? " " + attribute("font-style", "italic") : "");
    }
}
